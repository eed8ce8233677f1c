package qiji.opportunity.score;

import static db.opportunity.Tables.ASSESSMENT;
import static db.opportunity.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import db.opportunity.tables.AssessmentTable;
import db.opportunity.tables.OpportunityTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.trial.ChangedStore;
import qiji.opportunity.trial.Changes;
import qiji.opportunity.trial.Span;
import qiji.rule.TrialResult;

/** Judges the scores approved in a span by two rules at once: from an index alone, and only what differs goes on. */
@Repository
class ScreeningTrialQueries {
    private static final Field<Long> ID = field(name(ChangedStore.CHANGED, "id"), Long.class);
    private static final Field<Instant> AT = field(name(ChangedStore.CHANGED, "at"), Instant.class);

    private final ChangedStore changed;

    ScreeningTrialQueries(ChangedStore changed) {
        this.changed = changed;
    }

    /** Amounts are expected contract totals in yuan; a record counts by the assessment whose verdict differed last. */
    TrialResult run(List<Span<ScreeningRule>> spans, Viewer viewer) {
        if (spans.isEmpty()) {
            return Changes.of(List.of());
        }
        var every = spans.stream()
                .map(span -> differing(span, viewer))
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable(ChangedStore.CHANGED, "id", "at", "before", "after", "amount", "owner");
        return changed.of(DSL.select(every.fields()).distinctOn(ID).from(every).orderBy(ID, AT.desc()));
    }

    private static Select<Record6<Long, Instant, String, String, BigDecimal, Long>> differing(
            Span<ScreeningRule> span, Viewer viewer) {
        AssessmentTable a = ASSESSMENT.as("a");
        OpportunityTable o = OPPORTUNITY.as("o");
        Field<String> before = verdict(span.before(), a.SCORE);
        Field<String> after = verdict(span.after(), a.SCORE);
        return DSL.select(o.ID, a.DECIDED_AT, before, after, o.EXPECTED_AMOUNT, o.OWNER_ID)
                .from(a)
                .join(o)
                .on(o.ID.eq(a.OPPORTUNITY_ID))
                .where(Opportunities.visibleTo(viewer, o))
                .and(a.STATE.eq(inline("APPROVED")))
                .and(a.DECIDED_AT.ge(span.from()))
                .and(a.DECIDED_AT.lt(span.until()))
                .and(ChangedStore.lies(span, o.DEPARTMENT_ID))
                .and(before.ne(after));
    }

    /** What {@link ScreeningRule#screen} says. */
    private static Field<String> verdict(ScreeningRule rule, Field<BigDecimal> score) {
        return when(score.ge(inline(rule.priority())), inline(Screening.PRIORITY.name()))
                .when(score.ge(inline(rule.normal())), inline(Screening.NORMAL.name()))
                .when(score.ge(inline(rule.defer())), inline(Screening.DEFER.name()))
                .otherwise(inline(Screening.ABANDON.name()));
    }
}
