package qiji.records.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the records of one type are written by an import: mostly the verbs of its front door. Values stand as the API takes
 * them; a Problem refuses them.
 */
public interface ImportVerbs {
    /** The id of the new record. */
    long create(ObjectNode values, Viewer viewer);

    /** The ids of the new records, in the order of {@code rows}. Where one row is refused, none is written. */
    default List<Long> createAll(List<ObjectNode> rows, Viewer viewer) {
        return rows.stream().map(row -> create(row, viewer)).toList();
    }

    /**
     * What the module says besides against a row that will not be written, since {@code bad} fields of it are: so that it
     * comes back with all its reasons. Nothing is to be said that the bad ones could be to blame for.
     */
    default List<FieldFault> faults(ImportRow row, Set<String> bad, Viewer viewer) {
        return List.of();
    }

    /** Changes what {@code values} name; null clears. */
    void update(long id, ObjectNode values, Viewer viewer);

    /** Takes back a creation: archives or removes. A Problem refuses what is in use. */
    void remove(long id, Viewer viewer);

    /** The fields as an import offers them: here a module changes them, or adds some that the catalogue does not have. */
    default List<ImportField> fields(List<ImportField> ofCatalogue, Viewer viewer) {
        return ofCatalogue;
    }

    /** What records hold in the fields that {@link #fields} added, by id; those fields are named even where empty. */
    default Map<Long, ObjectNode> heldBesides(Set<Long> ids) {
        return Map.of();
    }

    /**
     * Puts into a row what can be derived, e.g. a user name from a name, and takes out what says nothing. {@code creating}
     * tells whether it makes a record.
     */
    default void complete(ObjectNode values, boolean creating) {}

    /** Records that are probably the same as one of those {@code created}; as far as the viewer may see them. */
    default List<Alike> alike(Set<Long> created, Viewer viewer) {
        return List.of();
    }

    /** A record just created, and one that is probably the same; {@code score} is up to 100. */
    record Alike(long id, String name, long otherId, String otherName, int score) {}

    /** Whether other rows may make a record from nothing but its name: its label is put in, then {@link #complete}. */
    default boolean canBeMadeByName() {
        return false;
    }
}
