package qiji.records.about;

import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import qiji.access.RecordAccess;
import qiji.access.Viewer;

/** The record of another type that each row of {@code T} is about: its type and its id. */
public record About<T>(RecordAccess access, Function<T, Field<String>> type, Function<T, Field<Long>> id) {
    /** What that record is called. */
    public Field<String> called(T at) {
        return access.nameOf(type.apply(at), id.apply(at));
    }

    /** The rows about what the viewer may see. */
    public Condition visible(Viewer viewer, T at) {
        return access.visible(viewer, type.apply(at), id.apply(at));
    }

    /** The same rows, looked up by what they are about. */
    public Condition led(Viewer viewer, T at) {
        return access.led(viewer, type.apply(at), id.apply(at));
    }
}
