package qiji.opportunity.trial;

import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import qiji.rule.TrialResult;

/**
 * Adds up what would have been judged otherwise, and finds the largest: in one statement, which looks for them once. What is
 * found is the caller's, within what the viewer sees.
 */
@Repository
public class ChangedStore {
    /** What those that changed are called in the statement that finds them. */
    public static final String CHANGED = "changed";

    private static final Field<Long> ID = field(name(CHANGED, "id"), Long.class);
    private static final Field<String> BEFORE = field(name(CHANGED, "before"), String.class);
    private static final Field<String> AFTER = field(name(CHANGED, "after"), String.class);
    private static final Field<BigDecimal> AMOUNT = field(name(CHANGED, "amount"), BigDecimal.class);
    private static final Field<Long> OWNER = field(name(CHANGED, "owner"), Long.class);

    private final DSLContext jooq;

    ChangedStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** {@code found} has the columns id, before, after, amount and owner, and each record once. */
    public TrialResult of(Select<?> found) {
        CommonTableExpression<?> changed = name(CHANGED).asMaterialized(found);
        var groups = DSL.select(val((Long) null), BEFORE, AFTER, count().cast(SQLDataType.BIGINT), sum(AMOUNT), OWNER)
                .from(changed)
                .groupBy(BEFORE, AFTER, OWNER);
        var largest = DSL.select(ID, BEFORE, AFTER, inline(1L), AMOUNT, OWNER)
                .from(changed)
                .orderBy(AMOUNT.desc().nullsLast(), ID.desc())
                .limit(TrialResult.MOST_RECORDS);
        return Changes.of(jooq.with(changed)
                .selectFrom(
                        groups.unionAll(largest).asTable("told", "id", "before", "after", "count", "amount", "owner"))
                .fetch(row -> new Changes.Row(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6())));
    }

    /** The rows of departments that the span is about. */
    public static Condition lies(Span<?> span, Field<Long> department) {
        Long[] departments = span.departments().toArray(Long[]::new);
        if (!span.isElsewhere()) {
            return department.eq(any(val(departments)));
        }
        return departments.length == 0 ? noCondition() : department.isNull().or(department.ne(all(val(departments))));
    }
}
