package qiji.records;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;

/**
 * By what records are grouped: a code or id with its label, or the day, month, quarter or year of a time. They are added
 * up by the value as it is stored, times by the day; what a group is called is found for the few sums, not for each record.
 *
 * <p>{@code labels} reads what a reference names, null for others; {@code format} is how a span of time is written.
 */
record Grouping(
        Field<?> value, @Nullable Plan labels, @Nullable String format) {
    private static final String SUMMED = "summed";

    /** {@code by} is the name of the field, for times with the span behind a colon. Throws INVALID_FIELDS. */
    static Grouping of(String by, Path path, Plan plan) {
        if (!path.last().groupable || (!path.kind().isTime() && by.contains(":"))) {
            throw wrong("不能按此字段分组", "One cannot group by this field");
        }
        Field<?> value = plan.field(path);
        if (path.kind() == Kind.REFERENCE) {
            return new Grouping(value, plan.of(path.last().referenced()), null);
        }
        if (!path.kind().isTime()) {
            return new Grouping(value, null, null);
        }
        String format = GroupBy.format(by);
        if (format == null) {
            throw wrong("时间分组应为 day、month、quarter 或 year", "Times are grouped by day, month, quarter or year");
        }
        Field<?> day = path.kind() == Kind.INSTANT
                ? field("({0} at time zone {1})::date", SQLDataType.LOCALDATE, value, inline(Time.ZONE.getId()))
                : value;
        return new Grouping(day, null, format);
    }

    /** Key, label, count and the {@code totals} of each group of the rows of {@code plan} that meet {@code condition}. */
    SelectLimitStep<Record> select(DSLContext jooq, Plan plan, List<Field<BigDecimal>> totals, Condition condition) {
        List<Field<?>> inner = new ArrayList<>(List.of(value.as("value"), count().as("count")));
        for (int i = 0; i < totals.size(); i++) {
            inner.add(totals.get(i).as("total_" + i));
        }
        Table<?> summed = jooq.select(inner)
                .from(plan.from())
                .where(condition)
                .groupBy(inline(1)) // not the value: guards hold variables, and with two sets of them it is another one
                .asTable(SUMMED);
        Field<?> found = field(name(SUMMED, "value"), value.getDataType());
        Field<String> key = format == null
                ? found.cast(String.class)
                : field("to_char({0}, {1})", String.class, found, inline(format));
        Field<String> label = labels == null ? key : labels.label();
        List<Field<?>> columns = new ArrayList<>(List.of(key, label, sum(field(name(SUMMED, "count"), Integer.class))));
        for (int i = 0; i < totals.size(); i++) {
            columns.add(sum(field(name(SUMMED, "total_" + i), BigDecimal.class)));
        }
        return jooq.select(columns)
                .from(labels == null ? summed : labels.from(summed, found.coerce(Long.class)))
                .groupBy(key, label)
                .orderBy(key);
    }

    private static Problem wrong(String zh, String en) {
        return Problem.invalid(List.of(FieldFault.of("by", "not-groupable", Words.of(zh, en))));
    }
}
