package qiji.records;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
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
 * <p>{@code labels} reads what a reference names, and {@code label} is how that is called, null for others; {@code ranks} are
 * the order in which that stands by itself, if it has one; {@code format} is how a span of time is written; {@code heads} are
 * the ids of each group's first records, null where they are not asked for.
 */
record Grouping(
        Field<?> value,
        @Nullable Plan labels,
        @Nullable Field<String> label,
        List<Field<?>> ranks,
        @Nullable String format,
        @Nullable Field<Long[]> heads) {
    private static final int MOST = 1000;
    private static final String SUMMED = "summed";
    private static final String LARGEST = "largest";
    private static final String HEADS = "heads";
    private static final Aggregates.Total NOTHING = new Aggregates.Total(0, 0, Map.of());

    /** {@code by} is the name of the field, for times with the span behind a colon. Throws INVALID_FIELDS. */
    static Grouping of(String by, Path path, Plan plan) {
        if (!path.last().groupable || (!path.kind().isTime() && by.contains(":"))) {
            throw wrong("不能按此字段分组", "One cannot group by this field");
        }
        Field<?> value = plan.field(path);
        if (path.kind() == Kind.REFERENCE) {
            Plan labels = plan.of(path.last().referenced());
            return new Grouping(
                    value,
                    labels,
                    path.isGuarded(0) ? when(labels.visible(), labels.label()) : labels.label(),
                    ranks(path.last(), labels),
                    null,
                    null);
        }
        if (!path.kind().isTime()) {
            return new Grouping(value, null, null, List.of(), null, null);
        }
        String format = GroupBy.format(by);
        if (format == null) {
            throw wrong("时间分组应为 day、month、quarter 或 year", "Times are grouped by day, month, quarter or year");
        }
        Field<?> day = path.kind() == Kind.INSTANT
                ? field("({0} at time zone {1})::date", SQLDataType.LOCALDATE, value, inline(Time.ZONE.getId()))
                : value;
        return new Grouping(day, null, null, List.of(), format, null);
    }

    private static List<Field<?>> ranks(FieldOf<?> reference, Plan labels) {
        List<Field<?>> ranks = new ArrayList<>();
        for (String rank : reference.ranks) {
            ranks.add(labels.field(
                    new Path(rank, List.of(labels.root().field(rank).orElseThrow()))));
        }
        return ranks;
    }

    /** The same, and of each group the ids of its first {@code most} records in {@code order}. */
    Grouping withHeads(Field<Long> id, List<OrderField<?>> order, int most) {
        // By the span itself: the days of a month would each have first records of their own.
        Field<?> whole = format == null ? value : written(value, format);
        Field<Long[]> first = field("({0})[1:{1}]", Long[].class, arrayAgg(id).orderBy(order), inline(most));
        return new Grouping(whole, labels, label, ranks, null, first);
    }

    /** Key, label, count and the sums of {@code summed} of each group of the rows of {@code plan} that meet {@code condition}. */
    Aggregates.Grouped fetch(DSLContext jooq, Plan plan, List<Path> summed, Condition condition) {
        List<Field<BigDecimal>> totals =
                summed.stream().map(path -> total(plan, path)).toList();
        Result<Record> rows = select(jooq, plan, totals, condition).fetch();
        List<Aggregates.Headed> first = rows.map(row -> new Aggregates.Headed(
                new Aggregates.Group(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, Long.class),
                        sums(row, 3, summed)),
                heads == null ? List.of() : List.of(row.get(HEADS, Long[].class))));
        return new Aggregates.Grouped(first, rows.isEmpty() ? NOTHING : all(rows.getFirst(), summed));
    }

    private static Aggregates.Total all(Record row, List<Path> summed) {
        int behind = 3 + summed.size();
        return new Aggregates.Total(
                row.get(behind, Long.class), row.get(behind + 1, Long.class), sums(row, behind + 2, summed));
    }

    @SuppressWarnings("unchecked")
    static Field<BigDecimal> total(Plan plan, Path path) {
        return sum((Field<? extends Number>) plan.field(path));
    }

    private static Map<String, @Nullable BigDecimal> sums(Record row, int at, List<Path> summed) {
        Map<String, @Nullable BigDecimal> sums = new LinkedHashMap<>();
        for (int i = 0; i < summed.size(); i++) {
            sums.put(summed.get(i).text(), row.get(at + i, BigDecimal.class));
        }
        return sums;
    }

    /** The largest, in the order in which people look for them: what they are called is asked of those alone. */
    private Select<Record> select(DSLContext jooq, Plan plan, List<Field<BigDecimal>> totals, Condition condition) {
        Table<?> largest = largest(jooq, plan, totals, condition).asTable(LARGEST);
        Field<String> key = field(name(LARGEST, "key"), String.class);
        Field<String> called = label == null ? key : label;
        List<Field<?>> columns = new ArrayList<>(List.of(key, called));
        columns.addAll(List.of(largest.fields()).subList(1, largest.fields().length));
        List<OrderField<?>> order = new ArrayList<>();
        ranks.forEach(rank -> order.add(rank.asc().nullsLast()));
        if (label != null) {
            order.add(label.collate(Keyset.Step.PINYIN).asc().nullsLast());
        }
        order.add(key.asc().nullsLast());
        return jooq.select(columns)
                .from(labels == null ? largest : labels.from(largest, key.cast(Long.class)))
                .orderBy(order);
    }

    private Select<Record> largest(DSLContext jooq, Plan plan, List<Field<BigDecimal>> totals, Condition condition) {
        List<Field<?>> inner = new ArrayList<>(List.of(value.as("value"), count().as("count")));
        for (int i = 0; i < totals.size(); i++) {
            inner.add(totals.get(i).as(total(i)));
        }
        if (heads != null) {
            inner.add(heads.as(HEADS));
        }
        Table<?> summed = jooq.select(inner)
                .from(plan.from())
                .where(condition)
                .groupBy(inline(1)) // not the value: guards hold variables, and with two sets of them it is another one
                .asTable(SUMMED);
        Field<?> found = field(name(SUMMED, "value"), value.getDataType());
        Field<String> key = format == null ? found.cast(String.class) : written(found, format);
        Field<BigDecimal> count = sum(field(name(SUMMED, "count"), Integer.class));
        List<Field<?>> columns = new ArrayList<>(List.of(key.as("key"), count.as("count")));
        List<Field<?>> all = new ArrayList<>(
                List.of(count().over().as("groups"), sum(count).over().as("all")));
        for (int i = 0; i < totals.size(); i++) {
            Field<BigDecimal> total = sum(field(name(SUMMED, total(i)), BigDecimal.class));
            columns.add(total.as(total(i)));
            all.add(sum(total).over().as("all_" + i));
        }
        columns.addAll(all); // of all groups, before the limit: what is cut off is still counted
        if (heads != null) {
            columns.add(max(field(name(SUMMED, HEADS), Long[].class)).as(HEADS));
        }
        return jooq.select(columns)
                .from(summed)
                .groupBy(inline(1))
                .orderBy(count.desc(), inline(1))
                .limit(MOST);
    }

    private static String total(int index) {
        return "total_" + index;
    }

    private static Field<String> written(Field<?> day, String format) {
        return field("to_char({0}, {1})", String.class, day, inline(format));
    }

    private static Problem wrong(String zh, String en) {
        return Problem.invalid(List.of(FieldFault.of("by", "not-groupable", Words.of(zh, en))));
    }
}
