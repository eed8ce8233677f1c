package qiji.records;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;

/**
 * The record that a reference names, as far as others are found by what it is called: an opportunity by its customer. The
 * name is read where it stands, so it may change at any time, and is told to nobody from whom it is hidden. [X1 A4]
 */
final class Beside<T extends Table<?>> {
    private static final String NAMED = "named";
    /** So many can lead a query by the index of the reference; more are looked up row by row. */
    private static final int FEW = 5000;

    private final FieldOf<T> reference;

    private Beside(FieldOf<T> reference) {
        this.reference = reference;
    }

    /** Null if {@code type} is found by itself alone, or if the viewer may not read what the other record is called. */
    static <T extends Table<?>> @Nullable Beside<T> of(RecordType<T> type, Viewer viewer) {
        for (FieldOf<T> field : type.fields.values()) {
            if (field.finds && field.isReadable(type.name, viewer) && !hidesName(field.referenced(), viewer)) {
                return new Beside<>(field);
            }
        }
        return null;
    }

    private static <N extends Table<?>> boolean hidesName(RecordType<N> named, Viewer viewer) {
        return named.hides(named.label, viewer);
    }

    FieldOf<T> reference() {
        return reference;
    }

    /** What the record is called that a row of {@code table} names. */
    Field<String> name(T table) {
        return name(reference.referenced(), id(table));
    }

    private static <N extends Table<?>> Field<String> name(RecordType<N> named, Field<Long> reference) {
        N at = named.as(NAMED);
        return field(select(named.label.apply(at))
                .from(named.source(NAMED))
                .where(named.id.apply(at).eq(reference)));
    }

    /** The rows of {@code table} that name a record which is called what the tsquery asks for. */
    Condition isCalled(String query, T table, DSLContext jooq) {
        return isCalled(reference.referenced(), query, id(table), jooq);
    }

    private static <N extends Table<?>> Condition isCalled(
            RecordType<N> named, String query, Field<Long> reference, DSLContext jooq) {
        N at = named.as(NAMED);
        Field<Long> id = named.id.apply(at);
        Condition called = Search.inNames(requireNonNull(named.search).apply(at), Optional.of(query));
        List<Long> ids = jooq.select(id)
                .from(named.source(NAMED))
                .where(called)
                .limit(FEW + 1)
                .fetch(id);
        if (ids.size() > FEW) {
            return exists(selectOne().from(named.source(NAMED)).where(id.eq(reference), called));
        }
        return ids.isEmpty() ? falseCondition() : reference.eq(any(inline(ids.toArray(Long[]::new))));
    }

    @SuppressWarnings("unchecked")
    private Field<Long> id(T table) {
        return (Field<Long>) reference.in(table);
    }
}
