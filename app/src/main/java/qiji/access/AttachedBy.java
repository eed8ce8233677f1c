package qiji.access;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/** Rows that name a record by columns of one table. A statement each for all of them, however many there are. [B1] */
public final class AttachedBy implements Reattaches {
    private static final Field<Long> ID = field(name("id"), Long.class);
    private static final Field<Integer> PLACE = field(name("place"), Integer.class);
    private static final Field<Integer> VERSION = field(name("version"), Integer.class);

    private final DSLContext jooq;
    private final String kind;
    private final Words label;
    private final TableField<?, Long> column;
    private final Table<?> table;
    private final Function<RecordRef, Condition> named;
    private final List<SortField<?>> order = new ArrayList<>();
    private @Nullable Field<Long> once;
    private Function<Viewer, Condition> known = viewer -> noCondition();

    private AttachedBy(
            String kind,
            Words label,
            TableField<?, Long> column,
            Function<RecordRef, Condition> named,
            DSLContext jooq) {
        this.kind = kind;
        this.label = label;
        this.column = column;
        this.table = Objects.requireNonNull(column.getTable());
        this.named = named;
        this.jooq = jooq;
    }

    /** By a column that names records of {@code type} only. */
    public static AttachedBy column(
            TableField<?, Long> column, String type, String kind, Words label, DSLContext jooq) {
        return new AttachedBy(
                kind,
                label,
                column,
                record -> record.type().equals(type) ? column.eq(record.id()) : falseCondition(),
                jooq);
    }

    /** As companions do: by type and id. */
    public static AttachedBy typeAndId(
            TableField<?, String> type, TableField<?, Long> id, String kind, Words label, DSLContext jooq) {
        return new AttachedBy(kind, label, id, record -> type.eq(record.type()).and(id.eq(record.id())), jooq);
    }

    /**
     * A record is named but once beside each value of {@code other}. Where both records are, that row stays which comes
     * first by {@code best}, else the survivor's.
     */
    public AttachedBy oncePer(TableField<?, Long> other, SortField<?>... best) {
        once = other;
        order.addAll(List.of(best));
        return this;
    }

    /** Rows that not all know who know the record: {@code id} names a record of {@code type} that one must see. */
    public AttachedBy knownBy(String type, Field<Long> id, RecordAccess access) {
        known = viewer -> access.visible(viewer, inline(type), id);
        return this;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Words label() {
        return label;
    }

    @Override
    public int attachedTo(RecordRef record, Viewer viewer) {
        return jooq.fetchCount(table, named.apply(record).and(known.apply(viewer)));
    }

    @Override
    public List<Moved> reattach(RecordRef from, RecordRef to) {
        String removed = once == null ? Moved.NOTHING : removeSecond(once, from, to);
        List<Long> ids = moved(from, to, noCondition());
        return ids.isEmpty() && removed.equals(Moved.NOTHING) ? List.of() : List.of(new Moved("", ids, removed));
    }

    @Override
    public void putBack(Moved moved, RecordRef from, RecordRef to) {
        moved(from, to, ID.eq(any(val(moved.ids().toArray(Long[]::new)))));
        if (once != null && !moved.removed().equals(Moved.NOTHING)) {
            // Not where the one that stayed was taken away since: that was meant for both.
            jooq.execute(
                    "insert into {0} overriding system value"
                            + " select removed.* from jsonb_populate_recordset(null::{0}, {1}::jsonb) removed"
                            + " where exists (select from {0} where ({2} or {3}) and {4} = {5}) on conflict do nothing",
                    table,
                    val(moved.removed()),
                    named.apply(from),
                    named.apply(to),
                    once,
                    field(name("removed", once.getName())));
        }
    }

    private List<Long> moved(RecordRef from, RecordRef to, Condition which) {
        Condition wanted = named.apply(from);
        if (wanted.equals(falseCondition())) {
            return List.of();
        }
        var update = jooq.update(table).set(column, to.id());
        if (table.field(VERSION.getName()) != null) {
            update = update.set(VERSION, VERSION.plus(1));
        }
        return update.where(wanted).and(which).returningResult(ID).fetch(ID);
    }

    private String removeSecond(Field<Long> other, RecordRef from, RecordRef to) {
        List<SortField<?>> best = new ArrayList<>(order);
        best.add(field(column.eq(to.id())).desc());
        var ranked = select(
                        ID, rowNumber().over(partitionBy(other).orderBy(best)).as(PLACE))
                .from(table)
                .where(named.apply(from).or(named.apply(to)))
                .asTable("ranked");
        return jooq
                .resultQuery(
                        "with second as (delete from {0} where {1} returning {0}.*)"
                                + " select to_jsonb(second)::text from second",
                        table, ID.in(select(ID).from(ranked).where(PLACE.gt(1))))
                .fetch(0, String.class)
                .stream()
                .collect(Collectors.joining(",", "[", "]"));
    }
}
