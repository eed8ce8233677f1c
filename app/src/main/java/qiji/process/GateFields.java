package qiji.process;

import java.util.Set;
import qiji.access.Viewer;

/** What a gate can ask for, told by the module whose records pass the gates. */
public interface GateFields {
    Set<String> names();

    /** Whether they may know what stages tell those who work in them. [A4] */
    boolean mayReadGuidance(Viewer viewer);

    /** The kinds of follow-up. */
    Set<String> activityKinds();
}
