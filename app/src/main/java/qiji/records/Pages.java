package qiji.records;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** A list cut into pages along its order: one statement a page, a second one only where the empty values begin. */
final class Pages {
    private final DSLContext jooq;
    private final Plan plan;
    private final List<Sort> sorts;
    private final Keyset keyset;

    Pages(DSLContext jooq, Plan plan, List<Sort> sorts) {
        this.jooq = jooq;
        this.plan = plan;
        this.sorts = sorts;
        this.keyset = keyset(sorts, plan);
    }

    /** The order of the whole list. */
    List<OrderField<?>> order() {
        return keyset.order();
    }

    /** At most {@code most} rows behind {@code after}; {@code sort} is the order as it was asked for. */
    Aggregates.Page page(Selection selection, Condition condition, int most, String sort, @Nullable String after) {
        Cursor cursor = after == null || after.isEmpty() ? null : Cursor.decode(after, sort, kinds());
        boolean emptyPart =
                cursor != null && keyset.hasEmptyPart() && cursor.values().getFirst() == null;
        List<Record> rows = new ArrayList<>(fetch(selection, condition, cursor, emptyPart, most + 1));
        if (!emptyPart && keyset.hasEmptyPart() && rows.size() <= most) {
            rows.addAll(fetch(selection, condition, null, true, most + 1 - rows.size()));
        }
        String next =
                rows.size() > most ? cursorOf(rows.get(most - 1), selection).encode(sort) : null;
        return new Aggregates.Page(rows.stream().limit(most).map(selection::row).toList(), next);
    }

    private List<Record> fetch(
            Selection selection, Condition condition, @Nullable Cursor cursor, boolean emptyPart, int limit) {
        Condition where = condition.and(keyset.part(emptyPart));
        if (cursor != null) {
            where = where.and(keyset.behind(cursor, emptyPart));
        }
        List<Field<?>> columns = new ArrayList<>(selection.columns());
        columns.addAll(keyset.columns());
        return jooq.select(columns)
                .from(plan.from())
                .where(where)
                .orderBy(keyset.order(emptyPart))
                .limit(limit)
                .fetch();
    }

    private Cursor cursorOf(Record row, Selection selection) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < sorts.size(); i++) {
            values.add(row.get(selection.columns().size() + i));
        }
        return new Cursor(values, selection.id(row));
    }

    /** What the cursor holds: of a reference, what it is called. */
    private List<Kind> kinds() {
        return sorts.stream()
                .map(sort -> sort.path().kind())
                .map(kind -> kind == Kind.REFERENCE ? Kind.TEXT : kind)
                .toList();
    }

    private static Keyset keyset(List<Sort> sorts, Plan plan) {
        List<Keyset.Step> steps = new ArrayList<>();
        for (Sort step : sorts) {
            boolean isReference = step.path().kind() == Kind.REFERENCE;
            Field<?> sorted = isReference ? plan.label(step.path()) : plan.field(step.path());
            @SuppressWarnings("unchecked")
            Field<Object> typed = (Field<Object>) sorted;
            boolean nullable = !step.path().isOwn()
                    || isReference
                    || !(sorted instanceof TableField<?, ?>)
                    || sorted.getDataType().nullable();
            steps.add(new Keyset.Step(typed, step.descending(), nullable));
        }
        return new Keyset(steps, plan.id());
    }
}
