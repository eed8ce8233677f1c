package qiji.records;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.withRecursive;

import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import qiji.access.Viewer;

/** Records that lie in each other by a {@code parent} of their own type, as departments do: one of them and all below it, as far as the viewer may see them. */
final class Tree {
    private static final String BELOW = "below";
    private static final String TOP = "top";
    private static final String CHILD = "child";

    private static final String PARENT = "parent";

    private Tree() {}

    /** Whether records of {@code type} lie in each other. */
    static boolean is(RecordType<?> type) {
        return type.fields.get(PARENT) instanceof FieldOf<?> parent
                && parent.kind == Kind.REFERENCE
                && parent.referenced() == type;
    }

    /** Their ids. {@code union}, not {@code union all}: it ends even in a circle. */
    static <T extends Table<?>> Select<Record1<Long>> below(RecordType<T> type, long top, Viewer viewer) {
        T first = type.as(TOP);
        T child = type.as(CHILD);
        Field<Long> id = field(name(BELOW, "id"), SQLDataType.BIGINT);
        return withRecursive(name(BELOW)
                        .fields("id")
                        .as(select(type.id.apply(first))
                                .from(type.source(TOP))
                                .where(type.id.apply(first).eq(val(top)))
                                .and(type.visible.apply(viewer, first))
                                .union(select(type.id.apply(child))
                                        .from(type.source(CHILD))
                                        .join(table(name(BELOW)))
                                        .on(parent(type, child).eq(id))
                                        .where(type.visible.apply(viewer, child)))))
                .select(id)
                .from(table(name(BELOW)));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Table<?>> Field<Long> parent(RecordType<T> type, T child) {
        return (Field<Long>) requireNonNull(type.fields.get(PARENT)).in(child);
    }
}
