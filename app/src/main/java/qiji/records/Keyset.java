package qiji.records;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Pages by the values of their last row, never by counting rows away. Where the first sorted field can be empty, the list
 * is walked in two parts, those that have a value and those that have none, so that each part is a walk along an index:
 * one condition over both with {@code or} reads everything.
 */
final class Keyset {
    private final List<Step> steps;
    private final Field<Long> id;
    private final boolean idDescending;

    /** One sorted field; {@code words} are ordered by pinyin, everything else as the database stores it. */
    record Step(Field<Object> field, boolean descending, boolean nullable, boolean words) {
        /** Its ICU version differs between servers: an index by it has to be made anew where that changes. */
        static final String PINYIN = "zh-x-icu";

        Step readFrom(Field<Object> other) {
            return new Step(other, descending, nullable, words);
        }

        @SuppressWarnings("unchecked")
        Field<Object> sorted() {
            return words ? (Field<Object>) (Field<?>) field.collate(PINYIN) : field;
        }
    }

    Keyset(List<Step> steps, Field<Long> id) {
        this.steps = steps;
        this.id = id;
        // As the indexes are: the id goes the way of the first field.
        this.idDescending = !steps.isEmpty() && steps.getFirst().descending;
    }

    /** Whether the list has a second part, of rows whose first sorted field is empty. */
    boolean hasEmptyPart() {
        return !steps.isEmpty() && steps.getFirst().nullable;
    }

    /** The sorted values, from which the next cursor is made. */
    List<Field<Object>> columns() {
        return steps.stream().map(Step::field).toList();
    }

    Condition part(boolean empty) {
        if (!hasEmptyPart()) {
            return trueCondition();
        }
        Field<Object> first = steps.getFirst().field;
        return empty ? first.isNull() : first.isNotNull();
    }

    /** The order within one part. */
    List<OrderField<?>> order(boolean empty) {
        List<OrderField<?>> order = new ArrayList<>(whole(inPart(empty)));
        if (hasEmptyPart() && !empty) {
            // Nothing is empty here, so upwards is the same index, (x desc nulls last, id desc), read backwards.
            Step first = steps.getFirst();
            order.set(
                    0,
                    first.descending
                            ? first.sorted().desc().nullsLast()
                            : first.sorted().asc().nullsFirst());
        }
        return order;
    }

    /** The order of the whole list, of both parts at once. */
    List<OrderField<?>> order() {
        return whole(steps);
    }

    private List<OrderField<?>> whole(List<Step> by) {
        List<OrderField<?>> order = new ArrayList<>();
        for (Step step : by) {
            var direction =
                    step.descending ? step.sorted().desc() : step.sorted().asc();
            order.add(step.nullable ? direction.nullsLast() : direction);
        }
        order.add(idDescending ? id.desc() : id.asc());
        return order;
    }

    /** The rows behind {@code cursor} within one part. */
    Condition behind(Cursor cursor, boolean empty) {
        List<Step> rest = inPart(empty);
        List<@Nullable Object> values = empty && hasEmptyPart()
                ? cursor.values().subList(1, cursor.values().size())
                : cursor.values();
        boolean firstHasValue = hasEmptyPart() && !empty;
        boolean oneWay = rest.stream().allMatch(step -> step.descending == idDescending);
        boolean full = rest.stream().skip(firstHasValue ? 1 : 0).noneMatch(Step::nullable);
        return oneWay && full ? byRow(rest, values, cursor.id()) : stepwise(rest, values, cursor.id(), firstHasValue);
    }

    private List<Step> inPart(boolean empty) {
        return empty && hasEmptyPart() ? steps.subList(1, steps.size()) : steps;
    }

    /** One comparison of rows, which an index answers. */
    private Condition byRow(List<Step> rest, List<@Nullable Object> values, long lastId) {
        List<Field<?>> fields = new ArrayList<>(rest.stream().map(Step::sorted).toList());
        List<Field<?>> last = new ArrayList<>();
        for (int i = 0; i < rest.size(); i++) {
            last.add(val(values.get(i), rest.get(i).field));
        }
        fields.add(id);
        last.add(val(lastId));
        return idDescending ? row(fields).lessThan(row(last)) : row(fields).greaterThan(row(last));
    }

    /** Behind in the first field, or equal there and behind in the second, and so on; bounded first, for the index. */
    private Condition stepwise(List<Step> rest, List<@Nullable Object> values, long lastId, boolean firstHasValue) {
        List<Condition> ways = new ArrayList<>();
        List<Condition> equal = new ArrayList<>();
        for (int i = 0; i < rest.size(); i++) {
            ways.add(and(equal).and(behind(rest.get(i), values.get(i))));
            equal.add(same(rest.get(i), values.get(i)));
        }
        ways.add(and(equal).and(idDescending ? id.lt(lastId) : id.gt(lastId)));
        Condition any = or(ways);
        if (rest.isEmpty() || (rest.getFirst().nullable && !firstHasValue)) {
            return any;
        }
        Step first = rest.getFirst();
        var last = val(values.getFirst(), first.field);
        return (first.descending ? first.sorted().le(last) : first.sorted().ge(last)).and(any);
    }

    private static Condition behind(Step step, @Nullable Object value) {
        if (value == null) {
            return DSL.falseCondition(); // empty ones are last
        }
        Condition further = step.descending
                ? step.sorted().lt(val(value, step.field))
                : step.sorted().gt(val(value, step.field));
        return step.nullable ? further.or(step.field.isNull()) : further;
    }

    private static Condition same(Step step, @Nullable Object value) {
        return value == null ? step.field.isNull() : step.field.eq(val(value, step.field));
    }
}
