package qiji.opportunity.grade;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.trial.Span;
import qiji.opportunity.trial.VersionQueries;
import qiji.rule.TrialResult;

/** Judges versions of opportunities by two rules of grades at once. */
@Component
class GradeTrialQueries {
    static final String NONE = "NONE";
    private static final List<String> RUNNING =
            List.of(OpportunityStatus.OPEN.name(), OpportunityStatus.DEFERRED.name());

    private final VersionQueries versions;

    GradeTrialQueries(VersionQueries versions) {
        this.versions = versions;
    }

    /** Duties are told beside grades where the draft differs in them. */
    TrialResult run(List<Span<GradeRule>> spans, Viewer viewer) {
        boolean isOfDuties =
                spans.stream().anyMatch(span -> !duties(span.before()).equals(duties(span.after())));
        return versions.run(
                spans,
                RUNNING,
                (rule, facts) ->
                        verdict(rule, facts, grade -> isOfDuties ? GradeTrial.told(grade, rule) : grade.name()),
                viewer);
    }

    private static List<Paces> duties(GradeRule rule) {
        return List.of(rule.progressPaces(), rule.leadingPaces());
    }

    /** What {@link GradeRule#grade} says, told by the same order of questions. */
    private static Field<String> verdict(GradeRule rule, VersionQueries.Facts facts, Function<Grade, String> told) {
        Field<BigDecimal> amount = switch (rule.basis()) {
            case BUDGET_ELSE_EXPECTED -> coalesce(facts.budget(), facts.expected());
            case EXPECTED -> facts.expected();
            case BUDGET -> facts.budget();
            case MAX -> greatest(facts.expected(), facts.budget());
        };
        return when(amount.ge(inline(rule.limits().major())), inline(told.apply(Grade.MAJOR)))
                .when(amount.ge(inline(rule.limits().important())), inline(told.apply(Grade.IMPORTANT)))
                .when(
                        amount.ge(inline(rule.limits().ordinary()))
                                .or(facts.lines().ge(inline(rule.manyLines()))),
                        inline(told.apply(Grade.ORDINARY)))
                .when(amount.isNotNull(), inline(told.apply(Grade.GENERAL)))
                .otherwise(inline(NONE));
    }
}
