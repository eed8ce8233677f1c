package qiji.records.imports;

import java.util.List;
import qiji.access.Viewer;
import qiji.records.FieldValues;
import tools.jackson.databind.node.ObjectNode;

/** How the records of one type are written by an import. The values are checked already; a Problem refuses them. */
public interface ImportVerbs {
    /** The id of the new record. */
    long create(FieldValues values, Viewer viewer);

    void update(long id, FieldValues values, Viewer viewer);

    /** Takes back a creation: archives or removes. A Problem refuses what is in use. */
    void remove(long id, Viewer viewer);

    /** The fields as an import offers them; here a module adds fields that are none of the catalogue. */
    default List<ImportField> fields(List<ImportField> ofCatalogue) {
        return ofCatalogue;
    }

    /** Puts into a row that makes a record what can be derived, e.g. a user name from a name. */
    default void complete(ObjectNode values) {}

    /** Whether other rows may make a record from nothing but its name: its label is put in, then {@link #complete}. */
    default boolean canBeMadeByName() {
        return false;
    }
}
