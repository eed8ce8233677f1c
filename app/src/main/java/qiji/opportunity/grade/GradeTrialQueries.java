package qiji.opportunity.grade;

import static db.opportunity.Tables.OPPORTUNITY;
import static db.opportunity.Tables.OPPORTUNITY_HISTORY;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import db.opportunity.tables.OpportunityHistoryTable;
import db.opportunity.tables.OpportunityTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.life.OpportunityStatus;
import qiji.rule.TrialResult;

/**
 * Judges versions of opportunities by two rules at once: both in the same row, no row twice, and only what differs is
 * joined, sorted and summed. What holds now comes first; the versions that ended are asked only of opportunities that do
 * not differ now, so that few are left to be sorted. Both read covering indexes alone.
 */
@Component
class GradeTrialQueries {
    static final String NONE = "NONE";
    private static final List<String> RUNNING =
            List.of(OpportunityStatus.OPEN.name(), OpportunityStatus.DEFERRED.name());

    private static final Field<Long> ID = field(name("changed", "id"), Long.class);
    private static final Field<Integer> SPAN = field(name("changed", "span"), Integer.class);
    private static final Field<String> BEFORE = field(name("changed", "before"), String.class);
    private static final Field<String> AFTER = field(name("changed", "after"), String.class);
    private static final Field<BigDecimal> AMOUNT = field(name("changed", "amount"), BigDecimal.class);
    private static final Field<Long> OWNER = field(name("changed", "owner"), Long.class);

    private final DSLContext jooq;

    GradeTrialQueries(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Amounts are expected contract totals in yuan; a record counts as it was when its grade differed last. */
    TrialResult run(List<GradeSpan> spans, Viewer viewer) {
        if (spans.isEmpty()) {
            return GradeChanges.of(List.of());
        }
        List<Select<Record6<Long, Integer, String, String, BigDecimal, Long>>> parts = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            parts.add(living(spans.get(i), i, viewer));
            parts.add(ended(spans.get(i), i, viewer));
        }
        var every = parts.stream()
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable("changed", "id", "span", "before", "after", "amount", "owner");
        Select<?> last = spans.size() == 1
                ? DSL.selectFrom(every)
                : DSL.select(every.fields()).distinctOn(ID).from(every).orderBy(ID, SPAN.desc());
        CommonTableExpression<?> changed = name("changed").asMaterialized(last);
        var groups = DSL.select(val((Long) null), BEFORE, AFTER, count().cast(SQLDataType.BIGINT), sum(AMOUNT), OWNER)
                .from(changed)
                .groupBy(BEFORE, AFTER, OWNER);
        var largest = DSL.select(ID, BEFORE, AFTER, inline(1L), AMOUNT, OWNER)
                .from(changed)
                .orderBy(AMOUNT.desc().nullsLast(), ID.desc())
                .limit(TrialResult.MOST_RECORDS);
        return GradeChanges.of(jooq.with(changed)
                .selectFrom(
                        groups.unionAll(largest).asTable("told", "id", "before", "after", "count", "amount", "owner"))
                .fetch(row -> new GradeChanges.Row(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6())));
    }

    private static Select<Record6<Long, Integer, String, String, BigDecimal, Long>> living(
            GradeSpan span, int number, Viewer viewer) {
        OpportunityTable o = OPPORTUNITY.as("o");
        return DSL.select(
                        o.ID,
                        inline(number),
                        verdict(span.before(), o.EXPECTED_AMOUNT, o.CUSTOMER_BUDGET, o.LINE_COUNT),
                        verdict(span.after(), o.EXPECTED_AMOUNT, o.CUSTOMER_BUDGET, o.LINE_COUNT),
                        o.EXPECTED_AMOUNT,
                        o.OWNER_ID)
                .from(o)
                .where(Opportunities.visibleTo(viewer, o))
                .and(differsNow(span, o));
    }

    private static Condition differsNow(GradeSpan span, OpportunityTable o) {
        return o.STATUS
                .in(RUNNING)
                .and(o.VALID_FROM.lt(span.until()))
                .and(lies(span, o.DEPARTMENT_ID))
                .and(verdict(span.before(), o.EXPECTED_AMOUNT, o.CUSTOMER_BUDGET, o.LINE_COUNT)
                        .ne(verdict(span.after(), o.EXPECTED_AMOUNT, o.CUSTOMER_BUDGET, o.LINE_COUNT)));
    }

    private static Select<Record6<Long, Integer, String, String, BigDecimal, Long>> ended(
            GradeSpan span, int number, Viewer viewer) {
        OpportunityTable o = OPPORTUNITY.as("o");
        OpportunityHistoryTable h = OPPORTUNITY_HISTORY.as("h");
        var before = verdict(span.before(), h.EXPECTED_AMOUNT, h.CUSTOMER_BUDGET, h.LINE_COUNT);
        var after = verdict(span.after(), h.EXPECTED_AMOUNT, h.CUSTOMER_BUDGET, h.LINE_COUNT);
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
                .and(h.STATUS.in(RUNNING))
                .and(h.VALID_FROM.lt(span.until()))
                .and(h.VALID_TO.gt(span.from()))
                .and(lies(span, h.DEPARTMENT_ID))
                .and(before.ne(after))
                .and(coalesce(field(differsNow(span, o)), inline(false)).isFalse())
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

    private static Condition lies(GradeSpan span, Field<Long> department) {
        Long[] departments = span.departments().toArray(Long[]::new);
        if (!span.isElsewhere()) {
            return department.eq(any(val(departments)));
        }
        return departments.length == 0 ? noCondition() : department.isNull().or(department.ne(all(val(departments))));
    }

    /** What {@link GradeRule#grade} says, told by the same order of questions. */
    private static Field<String> verdict(
            GradeRule rule, Field<BigDecimal> expected, Field<BigDecimal> budget, Field<Integer> lines) {
        Field<BigDecimal> amount = switch (rule.basis()) {
            case BUDGET_ELSE_EXPECTED -> coalesce(budget, expected);
            case EXPECTED -> expected;
            case BUDGET -> budget;
            case MAX -> greatest(expected, budget);
        };
        return when(amount.ge(inline(rule.limits().major())), inline(Grade.MAJOR.name()))
                .when(amount.ge(inline(rule.limits().important())), inline(Grade.IMPORTANT.name()))
                .when(
                        amount.ge(inline(rule.limits().ordinary())).or(lines.ge(inline(rule.manyLines()))),
                        inline(Grade.ORDINARY.name()))
                .when(amount.isNotNull(), inline(Grade.GENERAL.name()))
                .otherwise(inline(NONE));
    }
}
