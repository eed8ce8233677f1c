package qiji.access;

import static org.jooq.impl.DSL.noCondition;

import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/**
 * One way by which a record is seen, in words: of which records it is {@code reached}, and for which of those the {@code
 * rule} lets it; {@code but} tells people what the rule asks for, if there is one. [A5]
 */
public record Reason(
        Words words,
        Condition reached,
        Condition rule,
        @Nullable Words but) {
    public Reason(Words words, Condition reached) {
        this(words, reached, noCondition(), null);
    }

    /** The same of other rows. */
    public Reason of(UnaryOperator<Condition> rows) {
        return new Reason(words, rows.apply(reached), rows.apply(rule), but);
    }

    public Condition holds() {
        return reached.and(rule);
    }
}
