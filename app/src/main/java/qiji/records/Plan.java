package qiji.records;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import qiji.access.Sight;
import qiji.access.Viewer;
import qiji.records.past.AsOf;

/**
 * Where the fields of one query are read from: the record's table and, joined on the way, those that its references name.
 * Each has an alias made from its path, so a type can be joined twice and to itself; all are read as of the same moment.
 */
final class Plan {
    static final String ROOT = "t";
    /** More than these are walked slower one by one than all others are passed by. */
    private static final int FEW_KEYS = 100;

    private final RecordType<?> root;
    private final Viewer viewer;
    private final @Nullable Instant at;
    private final List<Sight.Way> ways;
    private final Map<String, Join> joins = new LinkedHashMap<>();

    private record Join(RecordType<?> target, String alias, Condition on) {}

    Plan(RecordType<?> root, Viewer viewer) {
        this(root, viewer, null);
    }

    Plan(RecordType<?> root, Viewer viewer, @Nullable Instant at) {
        this(root, viewer, at, List.of());
    }

    private Plan(RecordType<?> root, Viewer viewer, @Nullable Instant at, List<Sight.Way> ways) {
        this.root = root;
        this.viewer = viewer;
        this.at = at;
        this.ways = ways;
    }

    /**
     * For adding up, where no order is walked: reads the rows of each way of sight by the index of that way, none twice.
     * One condition over all ways would have to be asked of every row there is.
     */
    static Plan wayByWay(RecordType<?> root, Viewer viewer, @Nullable Instant at) {
        List<Sight.Way> ways = ways(root, viewer);
        return new Plan(root, viewer, at, ways.size() > 1 ? ways : List.of());
    }

    /** The ways by whose few keys the viewer's rows can be walked in the order of {@code field}; else none. */
    List<Sight.Way> walks(String field) {
        List<Sight.Way> all = field.equals(root.walked) ? ways(root, viewer) : List.of();
        int keys = all.stream()
                .filter(Sight.Way::isCounted)
                .mapToInt(Sight.Way::count)
                .sum();
        return keys <= FEW_KEYS ? all : List.of();
    }

    RecordType<?> root() {
        return root;
    }

    Viewer viewer() {
        return viewer;
    }

    /** Another plan for the same viewer and moment. */
    Plan of(RecordType<?> other) {
        return new Plan(other, viewer, at);
    }

    /** What to select from; to be asked for after all fields. */
    Table<?> from() {
        return joined(at == null && ways.isEmpty() ? root.as(ROOT) : rowsOfParts());
    }

    /** The same of one part. */
    Table<?> from(AsOf.Part part) {
        return joined(part.rows());
    }

    private Table<?> rowsOfParts() {
        Select<Record> rows = null;
        for (AsOf.Part part : parts()) {
            for (Condition seen : disjointWays()) {
                Select<Record> some = select(List.of(root.as(ROOT).fields()))
                        .from(part.rows())
                        .where(part.there())
                        .and(part.span())
                        .and(seen);
                rows = rows == null ? some : rows.unionAll(some);
            }
        }
        return requireNonNull(rows).asTable(ROOT);
    }

    /** No row comes by two of them. */
    private List<Condition> disjointWays() {
        if (ways.isEmpty()) {
            return List.of(trueCondition());
        }
        List<Condition> disjoint = new ArrayList<>();
        List<Condition> before = new ArrayList<>();
        for (Sight.Way way : ways) {
            Condition more = way.condition();
            disjoint.add(before.isEmpty() ? more : more.and(condition("({0}) is not true", or(before))));
            before.add(more);
        }
        return disjoint;
    }

    /** One: the rows of now. Of a past moment two: those that hold still, and those that were replaced since. */
    List<AsOf.Part> parts() {
        return at == null
                ? List.of(new AsOf.Part(root.as(ROOT), trueCondition(), trueCondition()))
                : AsOf.parts(root.table, root.as(ROOT), madeAt(root), at);
    }

    private static <T extends Table<?>> @Nullable Field<Instant> madeAt(RecordType<T> type) {
        FieldOf<T> field = type.walked == null ? null : type.fields.get(type.walked);
        return field == null ? null : field.in(type.as(ROOT)).coerce(Instant.class);
    }

    /** What to select from where {@code chosen} has chosen the few records already, by its {@code chosenId}. */
    Table<?> from(Table<?> chosen, Field<Long> chosenId) {
        return lookedUpBeside(beside(chosen, root, ROOT, id().eq(chosenId)));
    }

    /** The same where {@code records} are few by themselves. */
    Table<?> lookedUpBeside(Table<?> records) {
        Table<?> from = records;
        for (Join join : joins.values()) {
            from = beside(from, join.target, join.alias, join.on);
        }
        return from;
    }

    private Table<?> beside(Table<?> from, RecordType<?> target, String alias, Condition on) {
        return at == null || !target.versioned
                ? from.leftJoin(target.source(alias)).on(on)
                : from.leftJoin(AsOf.oneByOne(target.table, alias, on)).on(trueCondition());
    }

    private Table<?> joined(Table<?> from) {
        for (Join join : joins.values()) {
            from = from.leftJoin(join.target.source(join.alias)).on(join.on);
        }
        return from;
    }

    Field<Long> id() {
        return id(root, ROOT);
    }

    /** The rows that the viewer may see. */
    Condition visible() {
        return ways.isEmpty() ? visible(root, ROOT) : trueCondition();
    }

    /** The rows that were not archived, of types that archive. */
    Condition living() {
        return living(root);
    }

    /**
     * The value at the end of {@code path}; null where the way leads through a record that the viewer may not see, or a guarded
     * reference names one.
     */
    Field<?> field(Path path) {
        End end = follow(path);
        List<Condition> guards = new ArrayList<>(end.guards());
        if (path.last().guarded) {
            guards.add(visible(path.last().referenced(), join(end.type(), end.alias(), path.last())));
        }
        Field<?> value = value(end.type(), end.alias(), path.last());
        return guards.isEmpty() ? value : when(and(guards), value);
    }

    /** The same without asking who may know it: beside {@link #field} in a condition, for the index that it has. */
    Field<?> unguarded(Path path) {
        End end = follow(path);
        return value(end.type(), end.alias(), path.last());
    }

    /** The rows in which {@code text} is found at the end of {@code path}, a field with a way of its own to be found. */
    Condition found(Path path, String text) {
        End end = follow(path);
        return and(end.guards()).and(found(end.type(), end.alias(), path.last(), text));
    }

    private record End(RecordType<?> type, String alias, List<Condition> guards) {}

    private End follow(Path path) {
        RecordType<?> type = root;
        String alias = ROOT;
        List<Condition> guards = new ArrayList<>();
        for (FieldOf<?> step : path.steps().subList(0, path.steps().size() - 1)) {
            alias = join(type, alias, step);
            type = step.referenced();
            if (!type.open) {
                guards.add(visible(type, alias));
            }
        }
        if (!path.isOwn() && path.last().name.equals(type.labelField) && !type.open && !path.isGuarded(1)) {
            guards.removeLast();
        }
        return new End(type, alias, guards);
    }

    /** The ids of a record of {@code type} and of all that lie below it. */
    Select<Record1<Long>> below(RecordType<?> type, long top) {
        return Tree.below(type, top, viewer);
    }

    /** What the record itself is called. */
    Field<String> label() {
        return label(root, ROOT);
    }

    /** What the record that a reference names is called. */
    Field<String> label(Path reference) {
        RecordType<?> type = root;
        String alias = ROOT;
        for (FieldOf<?> step : reference.steps()) {
            alias = join(type, alias, step);
            type = step.referenced();
        }
        return reference.isGuarded(0) ? when(visible(type, alias), label(type, alias)) : label(type, alias);
    }

    private String join(RecordType<?> from, String alias, FieldOf<?> step) {
        String joined = RecordType.beside(alias, step.name);
        RecordType<?> target = step.referenced();
        if (!joins.containsKey(joined)) {
            @SuppressWarnings("unchecked")
            Field<Long> reference = (Field<Long>) value(from, alias, step);
            joins.put(joined, new Join(target, joined, id(target, joined).eq(reference)));
        }
        return joined;
    }

    @SuppressWarnings("unchecked")
    private <T extends Table<?>> Field<?> value(RecordType<T> type, String alias, FieldOf<?> field) {
        if (field.beside != null) {
            join(type, alias, type.field(field.beside).orElseThrow());
        }
        return ((FieldOf<T>) field).in(type.as(alias));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Table<?>> Condition found(
            RecordType<T> type, String alias, FieldOf<?> field, String text) {
        return requireNonNull(((FieldOf<T>) field).finder).apply(type.as(alias), text);
    }

    private static <T extends Table<?>> Field<Long> id(RecordType<T> type, String alias) {
        return type.id.apply(type.as(alias));
    }

    /** Whose label is hidden from the viewer, is called by its id. */
    private <T extends Table<?>> Field<String> label(RecordType<T> type, String alias) {
        Field<String> label = type.label.apply(type.as(alias));
        return type.hides(type.label, viewer) ? id(type, alias).cast(String.class) : label;
    }

    private <T extends Table<?>> Condition visible(RecordType<T> type, String alias) {
        return type.visible.apply(viewer, type.as(alias));
    }

    private static <T extends Table<?>> Condition living(RecordType<T> type) {
        return type.archivedAt == null
                ? trueCondition()
                : type.archivedAt.apply(type.as(ROOT)).isNull();
    }

    private static <T extends Table<?>> List<Sight.Way> ways(RecordType<T> type, Viewer viewer) {
        return type.sight != null && type.sight.apply(viewer, type.as(ROOT)) instanceof Sight.ByWays(var ways)
                ? ways
                : List.of();
    }
}
