package qiji.opportunity.assessment;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.opportunity.MemberRole;
import qiji.opportunity.plan.PlanDraft.Resource;
import qiji.opportunity.score.Screening;

/**
 * An assessment as pages and reports show it. {@code score} is what its raters come to so far, or came to when it was sent;
 * {@code screened} what the rule makes of it, by {@code screenedBy}. {@code missing} speaks against sending it. Who may not read
 * the screening gets none of the directions. {@code followers} and {@code support} are whom and what it names.
 */
record AssessmentView(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        int version,
        int number,
        AssessmentState state,
        Card card,
        List<Criterion> criteria,
        List<Rater> raters,
        @Nullable BigDecimal score,
        @Nullable BigDecimal spread,
        @Nullable Screening screened,
        @Nullable String screenedBy,
        @Nullable Screening direction,
        @Nullable String conclusion,
        List<Follower> followers,
        List<Resource> support,
        Flow flow,
        List<String> missing,
        Person createdBy,
        Instant createdAt,
        @Nullable Person submittedBy,
        @Nullable Instant submittedAt,
        @Nullable Person decidedBy,
        @Nullable Instant decidedAt,
        Map<String, Boolean> may) {

    record Person(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id, String name) {}

    /** The card that it keeps; without edition it is one that ships. */
    record Card(
            String code,
            String name,
            @Nullable Integer edition,
            @Nullable LocalDate effectiveFrom) {}

    record Level(BigDecimal value, String name) {}

    /** A criterion of the card, with the mean of its raters and how far they lie apart. */
    record Criterion(
            String code,
            String name,
            BigDecimal weight,
            List<Level> levels,
            int answers,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal spread) {}

    /** {@code total} is null while they have not rated everything. */
    record Rater(Person person, boolean mine, @Nullable BigDecimal total, Instant at, List<Given> marks) {}

    record Given(
            String criterion, BigDecimal value, @Nullable String comment) {}

    record Follower(Person person, MemberRole role) {}

    /** By which approval it is decided, or would be: with the grade that waits, or by itself. */
    record Flow(
            String kind,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long subjectId) {}

    /** A card that may be chosen. */
    record Choice(String code, String name, List<String> criteria) {}
}
