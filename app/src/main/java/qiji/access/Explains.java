package qiji.access;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import qiji.platform.Words;

/** A module tells by which ways records of one type are seen: owners of records, and companions of theirs. [A5] */
public interface Explains {
    String type();

    Words label();

    /** Without which none is seen; empty if who sees what it belongs to needs no more. */
    default Optional<String> permission() {
        return Optional.of(type() + ":read");
    }

    /** The rows whose {@code id} names one that the viewer sees, if they have the permission. */
    Condition visible(Viewer viewer, Field<Long> id);

    /** The ways by which the viewer sees the record {@code id}: with those of {@link #heldBy} the same as {@link #visible}. */
    List<Reason> reasons(Viewer viewer, Field<Long> id);

    /** Type and id of the record that it belongs to: who sees that one sees this. */
    default Optional<Select<Record2<String, Long>>> heldBy(Field<Long> id) {
        return Optional.empty();
    }
}
