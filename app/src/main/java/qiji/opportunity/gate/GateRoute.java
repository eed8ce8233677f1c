package qiji.opportunity.gate;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A way from one stage to another under an edition, what was asked on it then and what a draft would have asked. {@code
 * stages} are those entered by either, whose waivers count.
 */
record GateRoute(
        long edition, long from, long target, Set<GateCondition> before, Set<GateCondition> after, Set<Long> stages) {

    boolean differs() {
        return !before.equals(after);
    }

    /** Whether it would have made a difference that this is missing. */
    boolean turnsOn(GateCondition condition) {
        return before.contains(condition) != after.contains(condition);
    }

    boolean asks(GateCondition condition) {
        return before.contains(condition) || after.contains(condition);
    }

    static Set<GateCondition> missing(Set<GateCondition> asked, Set<GateCondition> lacking) {
        Set<GateCondition> missing = new LinkedHashSet<>(asked);
        missing.retainAll(lacking);
        return missing;
    }
}
