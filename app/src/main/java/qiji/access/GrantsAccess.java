package qiji.access;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * A module that owns records tells {@link RecordAccess} who may see and change them: one bean for each record type.
 * Companions (follow-ups, tasks, files) know a record only by type and id, and ask no other way.
 */
public interface GrantsAccess extends Explains {
    /** The record type, e.g. {@code opportunity}; also the object of its permissions. */
    @Override
    String type();

    /** The records that the viewer may see, by the module's one {@code visibleTo}. {@code <type>:read} is asked before. */
    Seen seen(Viewer viewer);

    /** The rows whose {@code id} names a record of this type that the viewer may see. */
    @Override
    default Condition visible(Viewer viewer, Field<Long> id) {
        return seen(viewer).holds(id);
    }

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

    /** The records that a viewer may see, by their {@code key}: by each way of sight, or all ways in one condition. */
    record Seen(TableField<?, Long> key, List<Condition> ways) {
        public static Seen of(TableField<?, Long> key, Condition visible) {
            return new Seen(key, List.of(visible));
        }

        public static Seen of(TableField<?, Long> key, Sight sight) {
            return sight instanceof Sight.ByWays(var ways) && !ways.isEmpty()
                    ? new Seen(key, ways.stream().map(Sight.Way::condition).toList())
                    : of(key, sight.condition());
        }

        /**
         * The rows whose {@code id} is one of them. Where everything is seen, all of them without looking: what companions name
         * was there, and records are never deleted. Of one that is named beforehand it is asked by its key: nothing would lead
         * the database to it among all that are seen.
         */
        Condition holds(Field<Long> id) {
            if (id instanceof Param) {
                return exists(selectOne().from(key.getTable()).where(key.eq(id), DSL.or(ways)));
            }
            return isAll() ? trueCondition() : id.in(ids());
        }

        /** The same rows, where each record leads to the rows about it. */
        Condition leadsTo(Field<Long> id) {
            return isAll() ? trueCondition() : id.eq(DSL.any(array(ids())));
        }

        /** By the index of each way: one condition over all ways would have to read every row to know by which it comes. */
        Select<Record1<Long>> ids() {
            return ways.stream()
                    .<Select<Record1<Long>>>map(
                            way -> select(key).from(key.getTable()).where(way))
                    .reduce(Select::unionAll)
                    .orElseThrow();
        }

        private boolean isAll() {
            return ways.equals(List.of(trueCondition()));
        }
    }
}
