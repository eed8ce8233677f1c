package qiji.customer.merge;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import qiji.access.Viewer;
import qiji.customer.ChainStore;
import qiji.records.RecordType;

/** A type of record of which two can become one. {@code R} is a row of its table. */
interface Mergeable<R extends UpdatableRecord<R>> {
    RecordType<?> type();

    Table<R> table();

    /** The one rule of who sees which. */
    Condition visibleTo(Viewer viewer);

    /** The rule of who changes which. */
    Condition editableBy(Viewer viewer);

    /** What one must be allowed, all of it. */
    List<String> permissions();

    /** Whether the viewer may choose the value of {@code field}, where field rules allow it. */
    boolean mayChoose(String field, Viewer viewer);

    /** The field that names the record above, which is of the same type. */
    String aboveField();

    /** Who stands above whom by that field. */
    ChainStore<?> chain();

    /** Fields that lie in several columns: such as go together, first the one by which two values are compared. */
    Map<String, List<String>> groups();

    /** Fields of which no two records may have the same value, by the field; each lies in one column. */
    Map<String, String> unique();

    /** What speaks against making one of these two, besides what holds for all types. */
    List<Obstacle> obstacles(R keep, R gone);

    /** Judges and writes the survivor. Throws INVALID_FIELDS. */
    void storeMerged(R row, Viewer viewer);

    /** Writes a row as it is. */
    void store(R row);
}
