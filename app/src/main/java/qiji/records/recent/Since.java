package qiji.records.recent;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are new enough to be asked for. What stands in all parts of an "or" the database takes out of it, and then
 * joins no two indexes within a part; so it can be said in two ways. [X1]
 */
public record Since(@Nullable Field<?> newest, String bound) {
    /** All rows are. */
    public static final Since EVER = new Since(null, "");

    public Condition here() {
        return newest == null ? noCondition() : here(newest);
    }

    /** The same for the other parts. */
    public Condition there() {
        return newest == null ? noCondition() : there(newest);
    }

    private <V> Condition here(Field<V> field) {
        return field.ge(moment(field.getDataType()));
    }

    private <V> Condition there(Field<V> field) {
        return moment(field.getDataType()).le(field);
    }

    private <V> Field<V> moment(DataType<V> type) {
        return inline(bound).cast(type);
    }
}
