package qiji.access;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/**
 * One way by which a record is seen, in words: of which records it is {@code reached}, and for which of those the {@code
 * rule} lets it; {@code but} tells people what the rule asks for, if there is one. [A5]
 *
 * <p>Where it holds, {@code naming} says more than the words, of what the {@code key} found: the role in a team, who
 * shared it. The keys of a reach are the ids of the record's department and owner.
 */
public record Reason(
        By by,
        Words words,
        Field<String> key,
        Function<String, Words> naming,
        Condition reached,
        Condition rule,
        @Nullable Words but) {

    /** By what it is seen: the reach of a role, a permission alone, or something about the record itself. */
    public enum By {
        EVERYTHING,
        DEPARTMENT,
        OWNER,
        PERMISSION,
        ITSELF;

        /** Whether roles differ in it, so that each is asked by itself. */
        public boolean isReach() {
            return this == EVERYTHING || this == DEPARTMENT || this == OWNER;
        }
    }

    public Reason(By by, Words words, Condition reached) {
        this(by, words, castNull(SQLDataType.CLOB), _ -> words, reached, noCondition(), null);
    }

    /** The same of the record {@code id} of a table with that key. */
    public Reason of(Field<Long> id, TableField<?, Long> primary) {
        return new Reason(
                by,
                words,
                DSL.field(select(key).from(primary.getTable()).where(primary.eq(id))),
                naming,
                RecordAccess.oneOf(id, primary, reached),
                RecordAccess.oneOf(id, primary, rule),
                but);
    }

    /** Told by what is {@code found} of the record. */
    public Reason naming(Field<String> found, Function<String, Words> telling) {
        return new Reason(by, words, found, telling, reached, rule, but);
    }
}
