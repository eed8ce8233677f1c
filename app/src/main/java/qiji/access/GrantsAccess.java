package qiji.access;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * A module that owns records tells {@link RecordAccess} who may see and change them: one bean for each record type.
 * Companions (follow-ups, tasks, files) know a record only by type and id, and ask no other way.
 */
public interface GrantsAccess extends Explains {
    /** The record type, e.g. {@code opportunity}; also the object of its permissions. */
    @Override
    String type();

    /**
     * The rows whose {@code id} names a record of this type that the viewer may see, by the module's one
     * {@code visibleTo}: see {@link RecordAccess#oneOf}. The permission {@code <type>:read} is asked before.
     */
    @Override
    Condition visible(Viewer viewer, Field<Long> id);

    /**
     * The rows whose {@code id} names a record that no scope opens to the viewer, if there are such: what companions show
     * by their own scope has to leave them out.
     */
    default Optional<Condition> secret(Viewer viewer, Field<Long> id) {
        return Optional.empty();
    }

    /** What people call the record {@code id}: a scalar subquery on the column that labels it. */
    Field<String> nameOf(Field<Long> id);

    /** The field that {@link #nameOf} tells. */
    default String nameField() {
        return "name";
    }

    /** Whether the viewer may change the record, and so attach to it. Asked only for one that the viewer may see. */
    boolean mayWrite(Viewer viewer, long id);

    /** Whether one such record can be shown to one user beyond their scope, by {@code sharing.Shares}. [A3] */
    default boolean canBeShared() {
        return false;
    }
}
