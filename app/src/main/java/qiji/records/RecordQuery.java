package qiji.records;

import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;

/**
 * A list of records and every number about it. All answers start from the same condition: what the viewer may see, what
 * the filter says, at the moment asked for; so list, count, sums, groups and export cannot differ.
 */
public final class RecordQuery {
    private static final int MOST_ROWS = 200;
    private static final int MOST_GROUPS = 1000;
    private static final int FETCH_SIZE = 500;

    private final DSLContext jooq;
    private final Catalogue catalogue;
    private final Clock clock;
    private final RecordType<?> type;
    private final Viewer viewer;

    private @Nullable Instant at;
    private Filter filter = Filter.everything();
    private String sort;
    private List<String> fields = List.of();
    private Long @Nullable [] ids;
    private boolean withArchived;

    RecordQuery(DSLContext jooq, Catalogue catalogue, Clock clock, RecordType<?> type, Viewer viewer) {
        this.jooq = jooq;
        this.catalogue = catalogue;
        this.clock = clock;
        this.type = type;
        this.viewer = viewer;
        this.sort = type.defaultSort;
    }

    /** As the records were at {@code moment}, within what the viewer may see today. */
    public RecordQuery at(@Nullable Instant moment) {
        at = moment;
        return this;
    }

    /** Throws INVALID_FIELDS with every fault of the filter. */
    public RecordQuery where(@Nullable String json) {
        filter = FilterReader.read(json, type, viewer, catalogue);
        return this;
    }

    /** Narrows further, by a condition of the trade itself. */
    public RecordQuery and(Filter further) {
        filter = new Filter.And(List.of(filter, further));
        return this;
    }

    /** Only these records, as far as the viewer may see them. */
    public RecordQuery only(List<Long> chosenIds) {
        ids = chosenIds.toArray(Long[]::new);
        return this;
    }

    /** Archived ones too, which are left out else unless the filter speaks of them. */
    public RecordQuery withArchived() {
        withArchived = true;
        return this;
    }

    public RecordQuery sort(@Nullable String text) {
        sort = text == null || text.isBlank() ? type.defaultSort : text;
        return this;
    }

    /** Which fields each row has besides its id. */
    public RecordQuery fields(List<String> names) {
        fields = names;
        return this;
    }

    /** The fields of each row. Throws INVALID_FIELDS, also for a wrong sort, so that nothing is left to refuse. */
    List<Path> columns() {
        Sort.read(sort, type, viewer, catalogue);
        return paths(fields);
    }

    /** At most 200 rows behind {@code after}, which an earlier page has given. */
    public Aggregates.Page page(int limit, @Nullable String after) {
        int most = Math.clamp(limit, 1, MOST_ROWS);
        Plan plan = new Plan(type, viewer, at);
        Selection selection = Selection.of(paths(fields), plan);
        List<Sort> sorts = Sort.read(sort, type, viewer, catalogue);
        Keyset keyset = keyset(sorts, plan);
        List<Kind> kinds = sorts.stream()
                .map(step -> step.path().kind() == Kind.REFERENCE
                        ? Kind.TEXT
                        : step.path().kind())
                .toList();
        Cursor cursor = after == null || after.isEmpty() ? null : Cursor.decode(after, sort, kinds);
        Condition condition = condition(plan);

        boolean emptyPart =
                cursor != null && keyset.hasEmptyPart() && cursor.values().getFirst() == null;
        List<Record> rows = new ArrayList<>(fetch(plan, selection, keyset, condition, cursor, emptyPart, most + 1));
        if (!emptyPart && keyset.hasEmptyPart() && rows.size() <= most) {
            rows.addAll(fetch(plan, selection, keyset, condition, null, true, most + 1 - rows.size()));
        }
        String next = rows.size() > most
                ? cursorOf(rows.get(most - 1), selection, sorts.size()).encode(sort)
                : null;
        return new Aggregates.Page(rows.stream().limit(most).map(selection::row).toList(), next);
    }

    /** Counts up to {@link Aggregates#MOST_COUNTED}. */
    public Aggregates.Count count() {
        Plan plan = new Plan(type, viewer, at);
        Condition condition = condition(plan);
        int counted =
                jooq.fetchCount(select(one()).from(plan.from()).where(condition).limit(Aggregates.MOST_COUNTED + 1));
        return new Aggregates.Count(Math.min(counted, Aggregates.MOST_COUNTED), counted > Aggregates.MOST_COUNTED);
    }

    /** The sums of these fields over all records of the query; null for a sum of nothing. */
    public Map<String, @Nullable BigDecimal> sums(List<String> names) {
        Plan plan = new Plan(type, viewer, at);
        List<Path> summed = summable(names);
        if (summed.isEmpty()) {
            return Map.of();
        }
        Condition condition = condition(plan);
        List<Field<BigDecimal>> columns =
                summed.stream().map(path -> total(plan, path)).toList();
        Record row = jooq.select(columns).from(plan.from()).where(condition).fetchSingle();
        Map<String, @Nullable BigDecimal> sums = new LinkedHashMap<>();
        for (int i = 0; i < summed.size(); i++) {
            sums.put(summed.get(i).text(), row.get(columns.get(i)));
        }
        return sums;
    }

    /** The records by the value of {@code by} ({@code closedOn:month} for times), at most 1,000 groups. */
    public List<Aggregates.Group> groups(String by, List<String> sums) {
        Plan plan = new Plan(type, viewer, at);
        Grouping grouping = Grouping.of(by, path(by.replaceAll(":.*", ""), "by"), plan);
        List<Path> summed = summable(sums);
        List<Field<?>> columns =
                new ArrayList<>(List.<Field<?>>of(grouping.key(), grouping.label(), org.jooq.impl.DSL.count()));
        summed.forEach(path -> columns.add(total(plan, path)));
        Condition condition = condition(plan);
        return jooq.select(columns)
                .from(plan.from())
                .where(condition)
                .groupBy(grouping.key(), grouping.label())
                .orderBy(grouping.key())
                .limit(MOST_GROUPS)
                .fetch(row -> group(row, summed));
    }

    /** Every record of the query in its order, with flat memory. To be called within a transaction. */
    public void stream(Consumer<Map<String, @Nullable Object>> reader) {
        Plan plan = new Plan(type, viewer, at);
        Selection selection = Selection.of(paths(fields), plan);
        Keyset keyset = keyset(Sort.read(sort, type, viewer, catalogue), plan);
        Condition condition = condition(plan);
        try (var cursor = jooq.select(selection.columns())
                .from(plan.from())
                .where(condition)
                .orderBy(keyset.order(false))
                .fetchSize(FETCH_SIZE)
                .fetchLazy()) {
            cursor.forEach(row -> reader.accept(selection.row(row)));
        }
    }

    /** The ids of at most {@code most} records, in the order of the list. */
    public List<Long> ids(int most) {
        Plan plan = new Plan(type, viewer, at);
        Keyset keyset = keyset(Sort.read(sort, type, viewer, catalogue), plan);
        Condition condition = condition(plan);
        return jooq.select(plan.id())
                .from(plan.from())
                .where(condition)
                .orderBy(keyset.order(false))
                .limit(most)
                .fetch(plan.id());
    }

    /** The whole condition of this query over {@code plan}. */
    private Condition condition(Plan plan) {
        Condition condition =
                plan.visible().and(new FilterSql(plan, LocalDate.now(clock.withZone(Time.ZONE))).render(filter));
        if (!withArchived && !filter.speaksOf("archivedAt")) {
            condition = condition.and(plan.living());
        }
        return ids == null ? condition : condition.and(plan.id().eq(org.jooq.impl.DSL.any(ids)));
    }

    private List<Record> fetch(
            Plan plan,
            Selection selection,
            Keyset keyset,
            Condition condition,
            @Nullable Cursor cursor,
            boolean emptyPart,
            int limit) {
        Condition where = condition.and(keyset.part(emptyPart));
        if (cursor != null) {
            where = where.and(keyset.behind(cursor, emptyPart));
        }
        List<Field<?>> columns = new ArrayList<>(selection.columns());
        columns.addAll(keyset.columns());
        Select<Record> page = jooq.select(columns)
                .from(plan.from())
                .where(where)
                .orderBy(keyset.order(emptyPart))
                .limit(limit);
        return page.fetch();
    }

    private static Cursor cursorOf(Record row, Selection selection, int sorted) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < sorted; i++) {
            values.add(row.get(selection.columns().size() + i));
        }
        return new Cursor(values, selection.id(row));
    }

    private Keyset keyset(List<Sort> sorts, Plan plan) {
        List<Keyset.Step> steps = new ArrayList<>();
        for (Sort step : sorts) {
            Field<?> sorted = step.path().kind() == Kind.REFERENCE ? plan.label(step.path()) : plan.field(step.path());
            @SuppressWarnings("unchecked")
            Field<Object> typed = (Field<Object>) sorted;
            boolean nullable = !step.path().isOwn()
                    || step.path().kind() == Kind.REFERENCE
                    || !(sorted instanceof org.jooq.TableField<?, ?>)
                    || sorted.getDataType().nullable();
            steps.add(new Keyset.Step(typed, step.descending(), nullable));
        }
        return new Keyset(steps, plan.id());
    }

    private static Aggregates.Group group(Record row, List<Path> summed) {
        Map<String, @Nullable BigDecimal> sums = new LinkedHashMap<>();
        for (int i = 0; i < summed.size(); i++) {
            sums.put(summed.get(i).text(), row.get(i + 3, BigDecimal.class));
        }
        return new Aggregates.Group(row.get(0, String.class), row.get(1, String.class), row.get(2, Long.class), sums);
    }

    @SuppressWarnings("unchecked")
    private static Field<BigDecimal> total(Plan plan, Path path) {
        return sum((Field<? extends Number>) plan.field(path));
    }

    private List<Path> summable(List<String> names) {
        List<Path> paths = paths(names);
        for (Path path : paths) {
            if (!path.last().summable) {
                throw unknown("sums", path.text());
            }
        }
        return paths;
    }

    private List<Path> paths(List<String> names) {
        return names.stream().map(name -> path(name, "fields")).toList();
    }

    private Path path(String name, String place) {
        return catalogue.find(type, name, viewer).orElseThrow(() -> unknown(place, name));
    }

    private static Problem unknown(String place, String name) {
        return Problem.invalid(List.of(FieldFault.of(
                place,
                "unknown",
                Words.of("没有字段“%s”", "There is no field \"%s\"").with(name))));
    }
}
