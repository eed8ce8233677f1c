package qiji.opportunity.trial;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.OPPORTUNITY_HISTORY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import db.opportunity.tables.OpportunityHistoryTable;
import db.opportunity.tables.OpportunityTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.rule.TrialResult;

/**
 * Judges versions of opportunities by two rules at once: both in the same row, no row twice, and only what differs is
 * joined, sorted and summed. What holds now comes first; the versions that ended are asked only of opportunities that do
 * not differ now, so that few are left to be sorted. Rules of amounts and lines read covering indexes alone.
 */
@Component
public class VersionQueries {
    private static final Field<Long> ID = field(name(ChangedStore.CHANGED, "id"), Long.class);
    private static final Field<Integer> SPAN = field(name(ChangedStore.CHANGED, "span"), Integer.class);

    private final ChangedStore changed;

    VersionQueries(ChangedStore changed) {
        this.changed = changed;
    }

    /** What rules may judge a version by. */
    public record Facts(
            Field<BigDecimal> expected,
            Field<BigDecimal> budget,
            Field<Integer> lines,
            Field<Long> stage,
            Field<BigDecimal> ownerWinRate) {
        private static Facts of(OpportunityTable o) {
            return new Facts(o.EXPECTED_AMOUNT, o.CUSTOMER_BUDGET, o.LINE_COUNT, o.STAGE_ID, o.OWNER_WIN_RATE);
        }

        private static Facts of(OpportunityHistoryTable h) {
            return new Facts(h.EXPECTED_AMOUNT, h.CUSTOMER_BUDGET, h.LINE_COUNT, h.STAGE_ID, h.OWNER_WIN_RATE);
        }
    }

    /** What a rule makes of a version, as SQL of the version alone; never null. */
    public interface Judge<B> {
        Field<String> verdict(B rule, Facts facts);
    }

    /**
     * Of versions in one of {@code statuses}. Amounts are expected contract totals in yuan; a record counts as it was when its
     * verdict differed last.
     */
    public <B> TrialResult run(List<Span<B>> spans, List<String> statuses, Judge<B> judge, Viewer viewer) {
        if (spans.isEmpty()) {
            return Changes.of(List.of());
        }
        List<Select<Record6<Long, Integer, String, String, BigDecimal, Long>>> parts = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            parts.add(living(spans.get(i), i, statuses, judge, viewer));
            parts.add(ended(spans.get(i), i, statuses, judge, viewer));
        }
        var every = parts.stream()
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable(ChangedStore.CHANGED, "id", "span", "before", "after", "amount", "owner");
        return changed.of(
                spans.size() == 1
                        ? DSL.selectFrom(every)
                        : DSL.select(every.fields()).distinctOn(ID).from(every).orderBy(ID, SPAN.desc()));
    }

    private static <B> Select<Record6<Long, Integer, String, String, BigDecimal, Long>> living(
            Span<B> span, int number, List<String> statuses, Judge<B> judge, Viewer viewer) {
        OpportunityTable o = OPPORTUNITY.as("o");
        Facts facts = Facts.of(o);
        return DSL.select(
                        o.ID,
                        inline(number),
                        judge.verdict(span.before(), facts),
                        judge.verdict(span.after(), facts),
                        o.EXPECTED_AMOUNT,
                        o.OWNER_ID)
                .from(o)
                .where(Opportunities.visibleTo(viewer, o))
                .and(differsNow(span, statuses, judge, o));
    }

    private static <B> Condition differsNow(Span<B> span, List<String> statuses, Judge<B> judge, OpportunityTable o) {
        Facts facts = Facts.of(o);
        return o.STATUS
                .in(statuses)
                .and(o.VALID_FROM.lt(span.until()))
                .and(ChangedStore.lies(span, o.DEPARTMENT_ID))
                .and(judge.verdict(span.before(), facts).ne(judge.verdict(span.after(), facts)));
    }

    private static <B> Select<Record6<Long, Integer, String, String, BigDecimal, Long>> ended(
            Span<B> span, int number, List<String> statuses, Judge<B> judge, Viewer viewer) {
        OpportunityTable o = OPPORTUNITY.as("o");
        OpportunityHistoryTable h = OPPORTUNITY_HISTORY.as("h");
        Field<String> before = judge.verdict(span.before(), Facts.of(h));
        Field<String> after = judge.verdict(span.after(), Facts.of(h));
        var found = DSL.select(
                        h.ID,
                        inline(number).as("span"),
                        before.as("before"),
                        after.as("after"),
                        h.EXPECTED_AMOUNT,
                        h.OWNER_ID)
                .distinctOn(h.ID)
                .from(h)
                .join(o)
                .on(o.ID.eq(h.ID))
                .where(Opportunities.visibleTo(viewer, o))
                .and(h.STATUS.in(statuses))
                .and(h.VALID_FROM.lt(span.until()))
                .and(h.VALID_TO.gt(span.from()))
                .and(ChangedStore.lies(span, h.DEPARTMENT_ID))
                .and(before.ne(after))
                .and(coalesce(field(differsNow(span, statuses, judge, o)), inline(false))
                        .isFalse())
                .orderBy(h.ID, h.VALID_FROM.desc())
                .asTable("found");
        return DSL.select(
                        found.field(h.ID),
                        found.field("span", Integer.class),
                        found.field("before", String.class),
                        found.field("after", String.class),
                        found.field(h.EXPECTED_AMOUNT),
                        found.field(h.OWNER_ID))
                .from(found);
    }
}
