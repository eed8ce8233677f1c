package qiji.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A list cut into pages along its order: one statement a page, a second one only where the empty values begin. The page's
 * records are chosen first, with no more joins than filter and order need; what is shown is joined to those few.
 */
final class Pages {
    private static final String CHOSEN = "chosen";

    private final DSLContext jooq;
    private final Plan plan;
    private final List<Sort> sorts;
    private final List<Keyset.Step> steps;
    private final Keyset keyset;

    Pages(DSLContext jooq, Plan plan, List<Sort> sorts) {
        this.jooq = jooq;
        this.plan = plan;
        this.sorts = sorts;
        this.steps = sorts.stream().map(sort -> step(sort, plan)).toList();
        this.keyset = new Keyset(steps, plan.id());
    }

    /** The order of the whole list. */
    List<OrderField<?>> order() {
        return keyset.order();
    }

    /** At most {@code most} rows behind {@code after}; {@code sort} is the order as it was asked for. */
    Aggregates.Page page(
            Selection selection, Plan shown, Condition condition, int most, String sort, @Nullable String after) {
        Cursor cursor = after == null || after.isEmpty() ? null : Cursor.decode(after, sort, kinds());
        boolean emptyPart =
                cursor != null && keyset.hasEmptyPart() && cursor.values().getFirst() == null;
        List<Record> rows = new ArrayList<>(fetch(selection, shown, condition, cursor, emptyPart, most + 1));
        if (!emptyPart && keyset.hasEmptyPart() && rows.size() <= most) {
            rows.addAll(fetch(selection, shown, condition, null, true, most + 1 - rows.size()));
        }
        String next =
                rows.size() > most ? cursorOf(rows.get(most - 1), selection).encode(sort) : null;
        return new Aggregates.Page(rows.stream().limit(most).map(selection::row).toList(), next);
    }

    private List<Record> fetch(
            Selection selection,
            Plan shown,
            Condition condition,
            @Nullable Cursor cursor,
            boolean emptyPart,
            int limit) {
        Condition where = condition.and(keyset.part(emptyPart));
        if (cursor != null) {
            where = where.and(keyset.behind(cursor, emptyPart));
        }
        Field<Long> id = field(name(CHOSEN, "id"), Long.class);
        List<Field<?>> keys = new ArrayList<>(List.of(plan.id().as("id")));
        List<Keyset.Step> chosenSteps = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Keyset.Step step = steps.get(i);
            keys.add(step.field().as("key_" + i));
            chosenSteps.add(step.readFrom(field(name(CHOSEN, "key_" + i), step.field().getDataType())));
        }
        Keyset chosen = new Keyset(chosenSteps, id);
        Table<?> page = jooq.select(keys)
                .from(plan.from())
                .where(where)
                .orderBy(keyset.order(emptyPart))
                .limit(limit)
                .asTable(CHOSEN);
        List<Field<?>> columns = new ArrayList<>(selection.columns());
        columns.addAll(chosen.columns());
        return jooq.select(columns)
                .from(shown.from(page, id))
                .orderBy(chosen.order(emptyPart))
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

    private static Keyset.Step step(Sort sort, Plan plan) {
        Path path = sort.path();
        boolean isReference = path.kind() == Kind.REFERENCE;
        @SuppressWarnings("unchecked")
        Field<Object> sorted = (Field<Object>) (isReference ? plan.label(path) : plan.field(path));
        boolean nullable = !path.isOwn()
                || isReference
                || !(sorted instanceof TableField<?, ?>)
                || sorted.getDataType().nullable();
        return new Keyset.Step(sorted, sort.descending(), nullable, isReference || path.last().words);
    }
}
