package qiji.records;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import qiji.platform.Time;

/** The one place where a filter becomes SQL. A field that is empty meets no comparison, also not the opposite one. */
final class FilterSql {
    private final Plan plan;
    private final LocalDate today;
    private final DSLContext jooq;

    FilterSql(Plan plan, LocalDate today, DSLContext jooq) {
        this.plan = plan;
        this.today = today;
        this.jooq = jooq;
    }

    Condition render(Filter filter) {
        return switch (filter) {
            case Filter.And(var all) -> and(all.stream().map(this::render).toList());
            case Filter.Or(var any) ->
                any.isEmpty()
                        ? falseCondition()
                        : or(any.stream().map(this::render).toList());
            // What is unknown does not meet the condition, so it meets its opposite.
            case Filter.Not(var inner) -> condition("({0}) is not true", render(inner));
            case Filter.In(var path, var values)
            when path.last().finder != null ->
                or(values.stream()
                        .map(text -> plan.found(path, text.toString()))
                        .toList());
            case Filter.Finds(var path, var text) ->
                isLabel(path)
                        ? Search.finds(plan.root(), text, plan.viewer(), jooq)
                        : Search.holds(plan.field(path), text);
            case Filter.Contains(var path, var text) when path.last().finder != null -> plan.found(path, text);
            case Filter.StartsWith(var path, var text) when path.last().finder != null -> plan.found(path, text);
            case Filter.In(var path, var values) -> in(path, values);
            case Filter.Range range -> range(range);
            case Filter.Contains(var path, var text) -> contains(path, text);
            case Filter.StartsWith(var path, var text) -> Search.beginsWith(plan.field(path), text);
            case Filter.Empty(var path) -> empty(path);
            case Filter.Relative(var path, var period) ->
                days(path, period.first(today), false, period.last(today), false);
            case Filter.Below(var path, var top) ->
                ids(plan.field(path)).eq(any(array(plan.below(path.last().referenced(), top))));
        };
    }

    private Condition in(Path path, List<Object> values) {
        if (path.kind() == Kind.TAGS) {
            return condition("{0} && {1}::text[]", plan.field(path), val(values.toArray(String[]::new)));
        }
        if (path.kind() == Kind.INSTANT) {
            return or(values.stream()
                    .map(day -> range(new Filter.Range(path, day, false, day, false)))
                    .toList());
        }
        Condition met = isOne(compared(path), values);
        return path.last().guarded ? isOne(typed(plan.unguarded(path)), values).and(met) : met;
    }

    private static Condition isOne(Field<Object> field, List<Object> values) {
        return values.size() == 1 ? field.eq(val(values.getFirst(), field)) : field.in(values);
    }

    /** Words are equal in every order; in that of their index, by the index. */
    @SuppressWarnings("unchecked")
    private Field<Object> compared(Path path) {
        Field<Object> field = typed(plan.field(path));
        return path.last().indexed && path.last().words
                ? (Field<Object>) (Field<?>) field.collate(Keyset.Step.PINYIN)
                : field;
    }

    private Condition range(Filter.Range range) {
        if (range.path().kind() == Kind.INSTANT
                && (range.from() instanceof LocalDate || range.to() instanceof LocalDate)) {
            return days(
                    range.path(),
                    (LocalDate) range.from(),
                    range.fromExcluded(),
                    (LocalDate) range.to(),
                    range.toExcluded());
        }
        Field<Object> field = typed(plan.field(range.path()));
        Condition from = range.from() == null
                ? null
                : range.fromExcluded() ? field.gt(val(range.from(), field)) : field.ge(val(range.from(), field));
        Condition to = range.to() == null
                ? null
                : range.toExcluded() ? field.lt(val(range.to(), field)) : field.le(val(range.to(), field));
        return both(from, to, field);
    }

    /** Whole days in the company's zone, for dates and moments alike. */
    private Condition days(
            Path path, @Nullable LocalDate from, boolean fromExcluded, @Nullable LocalDate to, boolean toExcluded) {
        LocalDate first = from == null ? null : fromExcluded ? from.plusDays(1) : from;
        LocalDate after = to == null ? null : toExcluded ? to : to.plusDays(1);
        if (path.kind() == Kind.DATE) {
            Field<Object> field = typed(plan.field(path));
            return both(
                    first == null ? null : field.ge(val(first, field)),
                    after == null ? null : field.lt(val(after, field)),
                    field);
        }
        Field<Object> field = typed(plan.field(path));
        return both(
                first == null ? null : field.ge(val(start(first), field)),
                after == null ? null : field.lt(val(start(after), field)),
                field);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toInstant();
    }

    private static Condition both(@Nullable Condition from, @Nullable Condition to, Field<?> field) {
        if (from == null && to == null) {
            return field.isNotNull();
        }
        if (from == null) {
            return java.util.Objects.requireNonNull(to);
        }
        return to == null ? from : from.and(to);
    }

    private Condition contains(Path path, String text) {
        return isLabel(path) && plan.root().search != null
                ? Search.matches(plan.root(), text, plan.viewer())
                : Search.holds(plan.field(path), text);
    }

    private boolean isLabel(Path path) {
        return path.isOwn() && path.last().name.equals(plan.root().labelField);
    }

    private Condition empty(Path path) {
        Field<?> field = plan.field(path);
        return path.kind() == Kind.TAGS
                ? condition("coalesce(cardinality({0}), 0) = 0", field)
                : path.kind().isText() ? condition("coalesce({0}, '') = ''", Search.text(field)) : field.isNull();
    }

    @SuppressWarnings("unchecked")
    private static Field<Long> ids(Field<?> reference) {
        return (Field<Long>) reference;
    }

    @SuppressWarnings("unchecked")
    private static Field<Object> typed(Field<?> field) {
        return (Field<Object>) field;
    }
}
