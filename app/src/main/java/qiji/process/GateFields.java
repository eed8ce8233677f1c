package qiji.process;

import java.util.Set;

/** What a gate can ask for, told by the module whose records pass the gates. */
public interface GateFields {
    Set<String> names();

    /** The kinds of follow-up. */
    Set<String> activityKinds();
}
