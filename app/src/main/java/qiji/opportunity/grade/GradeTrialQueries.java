package qiji.opportunity.grade;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.util.List;
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

    TrialResult run(List<Span<GradeRule>> spans, Viewer viewer) {
        return versions.run(spans, RUNNING, GradeTrialQueries::verdict, viewer);
    }

    /** What {@link GradeRule#grade} says, told by the same order of questions. */
    private static Field<String> verdict(GradeRule rule, VersionQueries.Facts facts) {
        Field<BigDecimal> amount = switch (rule.basis()) {
            case BUDGET_ELSE_EXPECTED -> coalesce(facts.budget(), facts.expected());
            case EXPECTED -> facts.expected();
            case BUDGET -> facts.budget();
            case MAX -> greatest(facts.expected(), facts.budget());
        };
        return when(amount.ge(inline(rule.limits().major())), inline(Grade.MAJOR.name()))
                .when(amount.ge(inline(rule.limits().important())), inline(Grade.IMPORTANT.name()))
                .when(
                        amount.ge(inline(rule.limits().ordinary()))
                                .or(facts.lines().ge(inline(rule.manyLines()))),
                        inline(Grade.ORDINARY.name()))
                .when(amount.isNotNull(), inline(Grade.GENERAL.name()))
                .otherwise(inline(NONE));
    }
}
