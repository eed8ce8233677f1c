package qiji.rule;

import java.util.List;
import qiji.platform.FieldFault;
import qiji.platform.Words;

/**
 * One kind of rule that is data: a bean of the module that goes by it. {@code B} is what an edition says, a record kept as
 * JSON. Published editions never change, so a part added to {@code B} later must do with being absent in older ones.
 */
public interface RuleKind<B> {
    /** Unique, lower case with hyphens, e.g. {@code approval-plan}. */
    String code();

    /** What people call it. */
    Words words();

    Class<B> bodyType();

    /** What holds where nobody has published anything. */
    B shipped();

    /** All that is wrong with {@code body}; fields are named by their path in it. */
    List<FieldFault> faults(B body);

    /** What it says, one statement a line: editions are compared by these lines. */
    Words inWords(B body);

    /** The parts that the general form edits, in order. A form of its own takes from them what there is to choose from. */
    default List<RuleField> fields() {
        return List.of();
    }
}
