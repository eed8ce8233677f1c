package qiji.process;

import java.util.Set;

/** The fields that a gate can ask for, told by the module whose records pass the gates. */
public interface GateFields {
    Set<String> names();
}
