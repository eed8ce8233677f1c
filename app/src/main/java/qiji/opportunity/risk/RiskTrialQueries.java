package qiji.opportunity.risk;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.RISK_VERSION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.when;

import db.opportunity.tables.OpportunityTable;
import db.opportunity.tables.RiskVersionTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.trial.ChangedStore;
import qiji.opportunity.trial.Changes;
import qiji.opportunity.trial.Span;
import qiji.platform.Time;
import qiji.rule.TrialResult;

/** Bands versions of risks that were not closed by two rules at once, of opportunities that had not ended before. */
@Repository
class RiskTrialQueries {
    private static final Field<Long> ID = field(name(ChangedStore.CHANGED, "id"), Long.class);
    private static final Field<Integer> SPAN = field(name(ChangedStore.CHANGED, "span"), Integer.class);
    private static final Field<Integer> WEIGHT = field(name(ChangedStore.CHANGED, "weight"), Integer.class);

    private final ChangedStore changed;

    RiskTrialQueries(ChangedStore changed) {
        this.changed = changed;
    }

    /**
     * Amounts are expected contract totals in yuan; a record counts by the heaviest of its risks that differ, in the last span
     * in which one does.
     */
    TrialResult run(List<Span<RiskRule>> spans, Viewer viewer) {
        if (spans.isEmpty()) {
            return Changes.of(List.of());
        }
        List<Select<Record7<Long, Integer, Integer, String, String, BigDecimal, Long>>> parts = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            parts.add(differing(spans.get(i), i, viewer));
        }
        var every = parts.stream()
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable(ChangedStore.CHANGED, "id", "span", "weight", "before", "after", "amount", "owner");
        return changed.of(
                DSL.select(every.fields()).distinctOn(ID).from(every).orderBy(ID, SPAN.desc(), WEIGHT.desc()));
    }

    private static Select<Record7<Long, Integer, Integer, String, String, BigDecimal, Long>> differing(
            Span<RiskRule> span, int number, Viewer viewer) {
        RiskVersionTable risk = RISK_VERSION.as("risk");
        OpportunityTable o = OPPORTUNITY.as("o");
        Field<Integer> weight = risk.PROBABILITY.mul(risk.IMPACT);
        Field<String> before = band(span.before(), weight);
        Field<String> after = band(span.after(), weight);
        return DSL.select(o.ID, inline(number), weight, before, after, o.EXPECTED_AMOUNT, o.OWNER_ID)
                .from(risk)
                .join(o)
                .on(o.ID.eq(risk.OPPORTUNITY_ID))
                .where(Opportunities.visibleTo(viewer, o))
                .and(risk.STATE.ne(inline(RiskState.CLOSED.name())))
                .and(risk.VALID_FROM.lt(span.until()))
                .and(risk.VALID_TO.isNull().or(risk.VALID_TO.gt(span.from())))
                .and(o.CLOSED_ON.isNull().or(o.CLOSED_ON.ge(LocalDate.ofInstant(span.from(), Time.ZONE))))
                .and(ChangedStore.lies(span, o.DEPARTMENT_ID))
                .and(before.ne(after));
    }

    /** What {@link RiskRule#band} says. */
    private static Field<String> band(RiskRule rule, Field<Integer> weight) {
        return when(weight.le(inline(rule.low())), inline(RiskBand.LOW.name()))
                .when(weight.le(inline(rule.medium())), inline(RiskBand.MEDIUM.name()))
                .when(weight.le(inline(rule.high())), inline(RiskBand.HIGH.name()))
                .otherwise(inline(RiskBand.CRITICAL.name()));
    }
}
