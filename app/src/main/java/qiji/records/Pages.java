package qiji.records;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unnest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import qiji.access.Sight;
import qiji.records.past.AsOf;

/**
 * A list cut into pages along its order: one statement a page, a second one only where the empty values begin. The page's
 * records are chosen first, with no more joins than filter and order need; what is shown is joined to those few.
 */
final class Pages {
    private static final String CHOSEN = "chosen";
    private static final String HEAD = "head";
    private static final String HEADS = "heads";

    private final DSLContext jooq;
    private final Plan plan;
    private final List<Sort> sorts;
    private final List<Keyset.Step> steps;
    private final List<Sight.Way> walks;
    private final boolean filtered;
    private final Keyset keyset;

    /** {@code walked}: where the order allows it, along each way of sight key by key; else one walk along the whole list. */
    Pages(DSLContext jooq, Plan plan, List<Sort> sorts, boolean walked) {
        this(jooq, plan, sorts, walked, false);
    }

    private Pages(DSLContext jooq, Plan plan, List<Sort> sorts, boolean walked, boolean filtered) {
        this.jooq = jooq;
        this.filtered = filtered;
        this.plan = plan;
        this.sorts = sorts;
        this.walks =
                walked && sorts.size() == 1 ? plan.walks(sorts.getFirst().path().text()) : List.of();
        this.steps = sorts.stream().map(sort -> step(sort, plan)).toList();
        this.keyset = new Keyset(steps, plan.id());
    }

    /**
     * A filter may leave few of many: the database knows best where to begin, with the filter, with the viewer, or with the
     * newest. It has to see the values for that, so each page is planned anew, which a prepared statement would not be.
     */
    static Pages filtered(DSLContext jooq, Plan plan, List<Sort> sorts) {
        Configuration planning =
                jooq.configuration().deriveAppending(ExecuteListener.onPrepareEnd(Pages::planForItsValues));
        return new Pages(planning.dsl(), plan, sorts, false, true);
    }

    private static void planForItsValues(ExecuteContext context) {
        try {
            requireNonNull(context.statement()).unwrap(PGStatement.class).setPrepareThreshold(0);
        } catch (SQLException e) {
            throw new DataAccessException("The statement cannot be planned anew", e);
        }
    }

    /** The order of the whole list. */
    List<OrderField<?>> order() {
        return keyset.order();
    }

    /**
     * At most {@code most} rows behind {@code after}, of those that the viewer may see and that meet {@code further}; {@code
     * sort} is the order as it was asked for.
     */
    Aggregates.Page page(
            Selection selection, Plan shown, Condition further, int most, String sort, @Nullable String after) {
        Cursor cursor = after == null || after.isEmpty() ? null : Cursor.decode(after, sort, kinds());
        boolean emptyPart =
                cursor != null && keyset.hasEmptyPart() && cursor.values().getFirst() == null;
        List<Record> rows = new ArrayList<>(fetch(selection, shown, further, cursor, emptyPart, most + 1));
        if (!emptyPart && keyset.hasEmptyPart() && rows.size() <= most) {
            rows.addAll(fetch(selection, shown, further, null, true, most + 1 - rows.size()));
        }
        return cut(rows, selection, most, sort);
    }

    private Aggregates.Page cut(List<Record> rows, Selection selection, int most, String sort) {
        String next =
                rows.size() > most ? cursorOf(rows.get(most - 1), selection).encode(sort) : null;
        return new Aggregates.Page(rows.stream().limit(most).map(selection::row).toList(), next);
    }

    /** The first pages of lists whose first ids are {@code heads}, one more of each than its page shows. */
    List<Aggregates.Page> pages(Selection selection, List<List<Long>> heads, int most, String sort) {
        Long[] all = heads.stream().flatMap(List::stream).distinct().toArray(Long[]::new);
        List<Field<?>> columns = new ArrayList<>(selection.columns());
        columns.addAll(keyset.columns());
        Table<?> chosen = unnest(all).as(CHOSEN, "id");
        Map<Long, Record> found =
                jooq.select(columns).from(plan.from(chosen, id(CHOSEN))).fetchMap(selection::id);
        return heads.stream()
                .map(ids -> cut(
                        ids.stream().map(found::get).filter(Objects::nonNull).toList(), selection, most, sort))
                .toList();
    }

    /** The first rows of all walks that meet {@code further}, to be read as {@code chosen.id}. */
    Table<?> firstOfWalks(Condition further, int most) {
        return merged(further, false, most).asTable(CHOSEN);
    }

    static Field<Long> chosenId() {
        return id(CHOSEN);
    }

    private List<Record> fetch(
            Selection selection, Plan shown, Condition further, @Nullable Cursor cursor, boolean emptyPart, int limit) {
        Condition where = further.and(keyset.part(emptyPart));
        if (cursor != null) {
            where = where.and(keyset.behind(cursor, emptyPart));
        }
        Keyset chosen = keysetOf(CHOSEN);
        Select<?> page = walks.isEmpty() && plan.parts().size() == 1
                ? head(plan.from(), plan.visible().and(where), emptyPart, limit)
                : merged(where, emptyPart, limit);
        List<Field<?>> columns = new ArrayList<>(selection.columns());
        columns.addAll(chosen.columns());
        return jooq.select(columns)
                .from(shown.from(page.asTable(CHOSEN), id(CHOSEN)))
                .orderBy(chosen.order(emptyPart))
                .fetch();
    }

    /** Ids and sorted values of the first rows. That they are few must stand in the text: a prepared plan knows no values. */
    private Select<?> head(Table<?> rows, Condition where, boolean emptyPart, int limit) {
        return jooq.select(keys())
                .from(rows)
                .where(where)
                .orderBy(keyset.order(emptyPart))
                .limit(inline(limit));
    }

    /** The heads of all walks, merged: each reads a page along its index, nobody else's rows. */
    private Select<?> merged(Condition where, boolean emptyPart, int limit) {
        Select<Record> heads = null;
        for (Select<Record> rows : walked(where, emptyPart, limit)) {
            heads = heads == null ? rows : heads.union(rows);
        }
        return jooq.select(asterisk())
                .from(requireNonNull(heads).asTable(HEADS))
                .orderBy(keysetOf(HEADS).order(emptyPart))
                .limit(inline(limit));
    }

    /** Along each part of the rows, once or by each way of sight. */
    private List<Select<Record>> walked(Condition where, boolean emptyPart, int limit) {
        List<Select<Record>> walked = new ArrayList<>();
        for (AsOf.Part part : plan.parts()) {
            // What a filter leaves of a past moment is often quicker found among all that held then than by a walk.
            Condition there = (filtered ? part.there().and(part.span()) : part.there()).and(where);
            if (walks.isEmpty()) {
                walked.add(jooq.select(table(name(HEAD)).asterisk())
                        .from(head(plan.from(part), plan.visible().and(there), emptyPart, limit)
                                .asTable(HEAD)));
            }
            for (Sight.Way way : walks) {
                walked.add(
                        way.isCounted()
                                ? headOfEach(way, part.rows(), there, emptyPart, limit)
                                : jooq.select(keys())
                                        .from(part.rows())
                                        .where(way.condition().and(there)));
            }
        }
        return walked;
    }

    private Select<Record> headOfEach(Sight.Way way, Table<?> rows, Condition there, boolean emptyPart, int limit) {
        Condition ofKey =
                way.column().eq(field(name("each", "key"), Long.class)).and(way.rule());
        return jooq.select(table(name(HEAD)).asterisk())
                .from(
                        unnest(way.keys()).as("each", "key"),
                        lateral(head(rows, ofKey.and(there), emptyPart, limit).asTable(HEAD)));
    }

    private List<Field<?>> keys() {
        List<Field<?>> keys = new ArrayList<>(List.of(plan.id().as("id")));
        for (int i = 0; i < steps.size(); i++) {
            keys.add(steps.get(i).field().as("key_" + i));
        }
        return keys;
    }

    /** The order as it is read from a table of {@link #keys}. */
    private Keyset keysetOf(String table) {
        List<Keyset.Step> read = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Keyset.Step step = steps.get(i);
            read.add(step.readFrom(field(name(table, "key_" + i), step.field().getDataType())));
        }
        return new Keyset(read, id(table));
    }

    private static Field<Long> id(String table) {
        return field(name(table, "id"), Long.class);
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
