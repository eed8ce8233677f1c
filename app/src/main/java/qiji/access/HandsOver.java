package qiji.access;

import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/**
 * A module whose records have owners hands them over when someone leaves, and takes them along when someone moves to
 * another department; in the caller's transaction, which has said who writes and why. One bean for each way of having
 * something. [A1]
 */
public interface HandsOver {
    /** Who receives it, and the home department of that person. */
    record Heir(long userId, @Nullable Long departmentId) {}

    /** What is handed over: a record type such as {@code opportunity}, or a place such as {@code member}. */
    String type();

    Words label();

    /** How many of them {@code userId} has. */
    int owned(long userId);

    /** Gives all of them to {@code heir}, and says how many. */
    int handOver(long userId, Heir heir, Viewer viewer);

    /** Takes what lies in a department, and is not over, into that of its owner, and says how many. */
    default int takeAlong(Heir owner, Viewer viewer) {
        return 0;
    }
}
