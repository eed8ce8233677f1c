package qiji.records.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record type into which files can be loaded: one bean of the module that owns it. All writes happen in the caller's
 * transaction, which has said who writes. A row that is refused is refused by a Problem with its field faults; the
 * caller takes back what it wrote. [X3]
 */
public interface ImportTarget {
    /** The record type, e.g. {@code customer}; {@code <type>:import} is the permission asked for. */
    String type();

    /** What the viewer may fill from a file. A field that they may not write is not among them. */
    List<ImportField> fields(Viewer viewer);

    /** The fields by which a row finds the record that it updates, the best one first. */
    List<String> keyFields();

    /** The records that have one of {@code keys} in {@code keyField} and that the viewer may see, by key. */
    Map<String, Set<Long>> byKey(String keyField, Set<String> keys, Viewer viewer);

    /** What speaks against the row: all that can be told without writing it. {@code unread} fields it could not fill. */
    List<FieldFault> check(ImportRow row, Set<String> unread, Viewer viewer);

    /** Writes new records, in the order of {@code rows}. */
    List<Written> create(List<ImportRow> rows, Viewer viewer);

    /** See {@link ImportVerbs#alike}. */
    default List<ImportVerbs.Alike> alike(Set<Long> created, Viewer viewer) {
        return List.of();
    }

    /** Gives each record what its row says; where that says nothing, or what holds already, nothing is written. */
    List<Updated> update(List<ImportRow> rows, Viewer viewer);

    /** Whether a record may be made from nothing but its name, where another type's row refers to one that is missing. */
    default boolean canBeMadeByName() {
        return false;
    }

    /** See {@link #canBeMadeByName}. */
    default Written createNamed(String name, Viewer viewer) {
        throw new UnsupportedOperationException(type());
    }

    /** Takes back a creation, unless the record has another version by now or is in use. */
    Undone remove(Written written, Viewer viewer);

    /** Gives back the values from before, unless the record has another version by now. */
    Undone restore(Written written, ObjectNode before, Viewer viewer);

    /** A record and the version that this import left it in. */
    record Written(long id, int version) {}

    /** {@code before}: what the changed fields held, by name; empty if the row brought nothing new. */
    record Updated(Written written, ObjectNode before) {}

    enum Undone {
        DONE,
        /** Someone has changed it since. */
        CHANGED_SINCE,
        /** Other records stand on it. */
        IN_USE
    }
}
