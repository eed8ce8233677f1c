package qiji.access;

import org.jooq.Condition;
import org.jooq.Field;
import qiji.platform.Words;

/**
 * A module that owns records tells {@link RecordAccess} who may see and change them: one bean for each record type.
 * Companions (follow-ups, tasks, files) know a record only by type and id, and ask no other way.
 */
public interface GrantsAccess {
    /** The record type, e.g. {@code opportunity}; also the object of its permissions. */
    String type();

    Words label();

    /**
     * The rows whose {@code id} names a record of this type that the viewer may see, by the module's one
     * {@code visibleTo}: see {@link RecordAccess#oneOf}. The permission {@code <type>:read} is asked before.
     */
    Condition visible(Viewer viewer, Field<Long> id);

    /** What people call the record {@code id}: a scalar subquery on the column that labels it. */
    Field<String> nameOf(Field<Long> id);

    /** The field that {@link #nameOf} tells. */
    default String nameField() {
        return "name";
    }

    /** Whether the viewer may change the record, and so attach to it. Asked only for one that the viewer may see. */
    boolean mayWrite(Viewer viewer, long id);

    /** Whether one such record can be shown to one user beyond their scope, by {@code organization.Shares}. [A3] */
    default boolean canBeShared() {
        return false;
    }
}
