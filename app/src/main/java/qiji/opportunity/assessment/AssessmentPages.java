package qiji.opportunity.assessment;

import db.opportunity.tables.records.AssessmentRecord;
import db.opportunity.tables.records.AssessmentScoreRecord;
import db.opportunity.tables.records.OpportunityRecord;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.assessment.AssessmentView.Person;
import qiji.opportunity.grade.Grading;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.score.Marks;
import qiji.opportunity.score.ScoreCard;
import qiji.opportunity.score.ScoreFields;
import qiji.opportunity.score.Screening;
import qiji.opportunity.score.ScreeningRule;
import qiji.platform.Problem;
import qiji.platform.Words;

/** Puts together what pages show of assessments. */
@Service
class AssessmentPages {
    private final AssessmentQueries queries;
    private final OpportunityStore opportunities;
    private final Assessments assessments;
    private final Cards cards;
    private final Naming naming;
    private final Grading grading;
    private final FieldLabels labels;

    AssessmentPages(
            AssessmentQueries queries,
            OpportunityStore opportunities,
            Assessments assessments,
            Cards cards,
            Naming naming,
            Grading grading,
            FieldLabels labels) {
        this.queries = queries;
        this.opportunities = opportunities;
        this.assessments = assessments;
        this.cards = cards;
        this.naming = naming;
        this.grading = grading;
        this.labels = labels;
    }

    /** {@code cards} are those that a new one may have; empty where none may begin. */
    record Page(List<AssessmentView> assessments, List<AssessmentView.Choice> cards) {}

    @Transactional(readOnly = true)
    public Page page(long opportunityId, Viewer viewer) {
        AssessmentQueries.Found found = queries.of(opportunityId, null, viewer);
        OpportunityRecord opportunity = opportunities.row(opportunityId, viewer);
        boolean works = mayRate(opportunity, viewer);
        boolean running = found.rows().stream().anyMatch(row -> row.getDecidedAt() == null);
        return new Page(
                views(found, opportunity, works, viewer),
                works && !running ? choices(opportunity.getDepartmentId()) : List.of());
    }

    /** Throws NOT_FOUND. */
    @Transactional(readOnly = true)
    public AssessmentView one(long opportunityId, long id, Viewer viewer) {
        AssessmentQueries.Found found = queries.of(opportunityId, id, viewer);
        OpportunityRecord opportunity = opportunities.row(opportunityId, viewer);
        return views(found, opportunity, mayRate(opportunity, viewer), viewer).stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private boolean mayRate(OpportunityRecord row, Viewer viewer) {
        return !OpportunityStatus.valueOf(row.getStatus()).isClosed()
                && labels.mayRead(ScoreFields.SCORE, viewer)
                && opportunities.relation(row, viewer).mayWork(OpportunityPermissions.ASSESS);
    }

    private List<AssessmentView.Choice> choices(@Nullable Long departmentId) {
        return cards.today(departmentId).body().cards().stream()
                .map(card -> new AssessmentView.Choice(
                        card.code(),
                        card.name().here(),
                        card.criteria().stream().map(it -> it.name().here()).toList()))
                .toList();
    }

    private List<AssessmentView> views(
            AssessmentQueries.Found found, OpportunityRecord opportunity, boolean works, Viewer viewer) {
        return found.rows().stream()
                .map(row -> view(row, found, opportunity, works, viewer))
                .toList();
    }

    private AssessmentView view(
            AssessmentRecord row,
            AssessmentQueries.Found found,
            OpportunityRecord opportunity,
            boolean works,
            Viewer viewer) {
        List<AssessmentScoreRecord> scores =
                Objects.requireNonNullElse(found.scores().get(row.getId()), List.of());
        Map<Long, Map<String, BigDecimal>> given = new HashMap<>();
        scores.forEach(score -> given.computeIfAbsent(score.getRaterId(), _ -> new HashMap<>())
                .put(score.getCriterion(), score.getValue()));
        ScoreCard card = cards.of(row);
        Marks marks = new Marks(card, given);
        AssessmentState state = AssessmentState.valueOf(row.getState());
        BigDecimal score = state.isRated() ? marks.total() : row.getScore();
        boolean told = labels.mayRead(ScoreFields.SCREENING, viewer);
        ScreeningRule rule =
                state.isRated() ? cards.screeningToday(opportunity.getDepartmentId()) : cards.screenedBy(row);
        Screening screened = score == null || rule == null || !told ? null : rule.screen(score);
        List<String> missing = state.isRated()
                ? assessments
                        .missing(
                                card,
                                marks,
                                given,
                                cards.today(opportunity.getDepartmentId()).body())
                        .stream()
                        .map(Words::here)
                        .toList()
                : List.of();
        Map<Long, String> names = found.names();
        return new AssessmentView(
                row.getId(),
                row.getVersion(),
                row.getNumber(),
                state,
                card(card, found.editions().get(row.getCardEditionId())),
                criteria(card, marks),
                raters(scores, marks, names, viewer),
                score,
                marks.spread(),
                screened,
                screened == null
                        ? null
                        : Objects.requireNonNull(rule).line(screened).here(),
                told && row.getDirection() != null ? Screening.valueOf(row.getDirection()) : null,
                told ? row.getConclusion() : null,
                labels.mayRead(FieldLabels.TEAM, viewer) ? naming.view(row, names) : List.of(),
                labels.mayRead(FieldLabels.PLAN, viewer) ? naming.of(row).support() : List.of(),
                flow(row, state, opportunity),
                missing,
                Objects.requireNonNull(person(row.getCreatedBy(), names)),
                row.getCreatedAt(),
                person(row.getSubmittedBy(), names),
                row.getSubmittedAt(),
                person(row.getDecidedBy(), names),
                row.getDecidedAt(),
                may(row, state, works));
    }

    private AssessmentView.Flow flow(AssessmentRecord row, AssessmentState state, OpportunityRecord opportunity) {
        boolean together = state.isRated() ? grading.isTogether(opportunity) : row.getWithGrade();
        return together
                ? new AssessmentView.Flow(Grading.KIND, opportunity.getId())
                : new AssessmentView.Flow(AssessmentApproval.KIND, row.getId());
    }

    private static Map<String, Boolean> may(AssessmentRecord row, AssessmentState state, boolean works) {
        Map<String, Boolean> may = new LinkedHashMap<>();
        may.put("rate", works && state.isRated());
        may.put("send", works && state.isRated());
        may.put("discard", works && state == AssessmentState.DRAFT && row.getSubmittedAt() == null);
        return may;
    }

    private static AssessmentView.Card card(ScoreCard card, AssessmentQueries.@Nullable Edition edition) {
        return new AssessmentView.Card(
                card.code(),
                card.name().here(),
                edition == null ? null : edition.number(),
                edition == null ? null : edition.effectiveFrom());
    }

    private static List<AssessmentView.Criterion> criteria(ScoreCard card, Marks marks) {
        Map<String, Marks.Criterion> results =
                marks.criteria().stream().collect(Collectors.toMap(Marks.Criterion::code, it -> it));
        return card.criteria().stream()
                .map(criterion -> {
                    Marks.Criterion result = Objects.requireNonNull(results.get(criterion.code()));
                    return new AssessmentView.Criterion(
                            criterion.code(),
                            criterion.name().here(),
                            criterion.weight(),
                            criterion.levels().stream()
                                    .map(level -> new AssessmentView.Level(
                                            level.value(), level.name().here()))
                                    .toList(),
                            result.answers(),
                            result.mean(),
                            result.spread());
                })
                .toList();
    }

    private static List<AssessmentView.Rater> raters(
            List<AssessmentScoreRecord> scores, Marks marks, Map<Long, String> names, Viewer viewer) {
        Map<Long, List<AssessmentScoreRecord>> byRater = scores.stream()
                .collect(Collectors.groupingBy(
                        AssessmentScoreRecord::getRaterId, LinkedHashMap::new, Collectors.toList()));
        return byRater.entrySet().stream()
                .map(rater -> new AssessmentView.Rater(
                        Objects.requireNonNull(person(rater.getKey(), names)),
                        rater.getKey() == viewer.userId(),
                        marks.totalOf(rater.getKey()),
                        rater.getValue().stream()
                                .map(AssessmentScoreRecord::getValidFrom)
                                .max(java.time.Instant::compareTo)
                                .orElseThrow(),
                        rater.getValue().stream()
                                .map(score -> new AssessmentView.Given(
                                        score.getCriterion(), score.getValue(), score.getComment()))
                                .toList()))
                .toList();
    }

    private static @Nullable Person person(@Nullable Long id, Map<Long, String> names) {
        return id == null ? null : new Person(id, names.getOrDefault(id, Long.toString(id)));
    }
}
