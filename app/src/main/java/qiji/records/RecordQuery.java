package qiji.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.select;

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
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.records.past.AsOf;

/**
 * A list of records and every number about it. All answers start from the same condition: what the viewer may see, what
 * the filter says, at the moment asked for; so list, count, sums, groups and export cannot differ.
 */
public final class RecordQuery {
    private static final int MOST_ROWS = 200;
    private static final int FETCH_SIZE = 500;

    private DSLContext jooq;
    private final Catalogue catalogue;
    private final Clock clock;
    private final RecordType<?> type;
    private final Viewer viewer;

    private @Nullable Instant at;
    private Filter filter = Filter.everything();
    private String sort;
    private @Nullable List<Sort> sorts;
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

    /**
     * As the records were at the end of {@code day}, null for now: within what the viewer may see today, of the record as it
     * was then. Throws INVALID_FIELDS of a coming day, and of a type whose past is not kept. [D17]
     */
    public RecordQuery asOf(@Nullable LocalDate day) {
        return at(AsOf.endOf(day, clock));
    }

    /** The same, of a moment. To be said before the filter. */
    public RecordQuery at(@Nullable Instant moment) {
        Records.mustBeKept(type, moment);
        at = moment;
        jooq = AsOf.at(moment, jooq);
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

    /** By at most three fields, e.g. {@code -amount,name}; nothing given means the type's own order. Throws INVALID_FIELDS. */
    public RecordQuery sort(@Nullable String text) {
        if (text == null || text.isBlank()) {
            sort = type.defaultSort;
            sorts = null;
        } else {
            sort = text;
            sorts = Sort.read(text, type, viewer, catalogue);
        }
        return this;
    }

    public boolean isOfThePast() {
        return at != null;
    }

    /** Which fields each row has besides its id. */
    public RecordQuery fields(List<String> names) {
        fields = names;
        return this;
    }

    /** The fields of each row. Throws INVALID_FIELDS, also for a wrong sort, so that nothing is left to refuse. */
    public List<Path> columns() {
        sorts();
        return paths(fields);
    }

    /** At most 200 rows behind {@code after}, which an earlier page has given. */
    public Aggregates.Page page(int limit, @Nullable String after) {
        int most = Math.clamp(limit, 1, MOST_ROWS);
        Plan plan = new Plan(type, viewer, at);
        Plan shown = new Plan(type, viewer, at);
        Selection selection = Selection.of(paths(fields), shown);
        Pages pages = filter.equals(Filter.everything())
                ? new Pages(jooq, plan, sorts(), ids == null)
                : Pages.filtered(jooq, plan, sorts());
        return pages.page(selection, shown, further(plan), most, sort, after);
    }

    /** Counts up to {@link Aggregates#MOST_COUNTED}. */
    public Aggregates.Count count() {
        int counted = countUpTo(Aggregates.MOST_COUNTED + 1);
        return new Aggregates.Count(Math.min(counted, Aggregates.MOST_COUNTED), counted > Aggregates.MOST_COUNTED);
    }

    /** Exactly, unlike {@link #count}: reads up to so many rows. */
    public boolean hasMoreThan(int rows) {
        return countUpTo(rows + 1) > rows;
    }

    private int countUpTo(int most) {
        Plan plan = Plan.wayByWay(type, viewer, at);
        Condition condition = condition(plan);
        return jooq.fetchCount(select(one()).from(plan.from()).where(condition).limit(most));
    }

    /** The sums of these fields over all records of the query; null for a sum of nothing. */
    public Map<String, @Nullable BigDecimal> sums(List<String> names) {
        Plan plan = Plan.wayByWay(type, viewer, at);
        List<Path> summed = summable(names);
        if (summed.isEmpty()) {
            return Map.of();
        }
        Condition condition = condition(plan);
        List<Field<BigDecimal>> columns =
                summed.stream().map(path -> Grouping.total(plan, path)).toList();
        Record row = jooq.select(columns).from(plan.from()).where(condition).fetchSingle();
        Map<String, @Nullable BigDecimal> sums = new LinkedHashMap<>();
        for (int i = 0; i < summed.size(); i++) {
            sums.put(summed.get(i).text(), row.get(columns.get(i)));
        }
        return sums;
    }

    /** The records by the value of {@code by} ({@code closedOn:month} for times), at most the 1,000 largest groups. */
    public List<Aggregates.Group> groups(String by, List<String> sums) {
        return grouped(by, sums).groups();
    }

    /** The same, with what all groups hold, also those beyond. */
    public Aggregates.Grouped grouped(String by, List<String> sums) {
        Plan plan = Plan.wayByWay(type, viewer, at);
        return grouping(by, plan).fetch(jooq, plan, summable(sums), condition(plan));
    }

    /**
     * The groups, each with the ids of its first {@code limit} records and one more, which says that there are more. All are
     * found by one reading: what held at a past moment is found by reading all of it.
     */
    public Aggregates.Grouped headed(String by, List<String> sums, int limit) {
        Plan plan = Plan.wayByWay(type, viewer, at);
        List<OrderField<?>> order = new Pages(jooq, plan, sorts(), false).order();
        Grouping grouping = grouping(by, plan).withHeads(plan.id(), order, limit + 1);
        return grouping.fetch(jooq, plan, summable(sums), condition(plan));
    }

    /** The first page of each group, by the {@code heads} that {@link #headed} has found. */
    public List<Aggregates.Page> pages(List<List<Long>> heads, int limit) {
        Plan plan = new Plan(type, viewer, at);
        Selection selection = Selection.of(paths(fields), plan);
        return new Pages(jooq, plan, sorts(), false).pages(selection, heads, limit, sort);
    }

    private Grouping grouping(String by, Plan plan) {
        return Grouping.of(by, path(by.replaceAll(":.*", ""), "by"), plan);
    }

    /** Every record of the query in its order, with flat memory. To be called within a transaction. */
    public void stream(Consumer<Map<String, @Nullable Object>> reader) {
        Plan plan = new Plan(type, viewer, at);
        Selection selection = Selection.of(paths(fields), plan);
        Pages pages = new Pages(jooq, plan, sorts(), false);
        Condition condition = condition(plan);
        try (var cursor = jooq.select(selection.columns())
                .from(plan.from())
                .where(condition)
                .orderBy(pages.order())
                .fetchSize(FETCH_SIZE)
                .fetchLazy()) {
            cursor.forEach(row -> reader.accept(selection.row(row)));
        }
    }

    /** The ids of at most {@code most} records, in the order of the list. */
    public List<Long> ids(int most) {
        Plan plan = new Plan(type, viewer, at);
        Pages pages = new Pages(jooq, plan, sorts(), false);
        Condition condition = condition(plan);
        return jooq.select(plan.id())
                .from(plan.from())
                .where(condition)
                .orderBy(pages.order())
                .limit(most)
                .fetch(plan.id());
    }

    /** These records within a statement of the caller's: their id and fields by name, and which {@code marks} mean them. */
    public Table<?> table(String alias, Map<String, String> marks) {
        Plan plan = Plan.wayByWay(type, viewer, at);
        List<Field<?>> columns = new ArrayList<>(List.of(plan.id().as("id")));
        paths(fields).forEach(path -> columns.add(plan.field(path).as(path.text())));
        FilterSql sql = new FilterSql(plan, today(), jooq);
        marks.forEach((name, json) -> columns.add(field(sql.render(FilterReader.read(json, type, viewer, catalogue)))
                .as(name)));
        Condition condition = condition(plan);
        var rows = select(columns).from(plan.from()).where(condition);
        return DSL.table("({0})", AsOf.within(at, rows)).as(alias);
    }

    private List<Sort> sorts() {
        return sorts == null ? Sort.byDefault(type, viewer, catalogue) : sorts;
    }

    /** The whole condition of this query over {@code plan}. */
    private Condition condition(Plan plan) {
        return plan.visible().and(further(plan));
    }

    /** What is asked for of what the viewer may see. */
    private Condition further(Plan plan) {
        Condition condition = new FilterSql(plan, today(), jooq).render(filter);
        if (!withArchived && !filter.speaksOf("archivedAt")) {
            condition = condition.and(plan.living());
        }
        return ids == null ? condition : condition.and(plan.id().eq(DSL.any(ids)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(at == null ? clock.instant() : at, Time.ZONE);
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
