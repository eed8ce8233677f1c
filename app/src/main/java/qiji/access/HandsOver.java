package qiji.access;

import qiji.platform.Words;

/**
 * A module whose records have owners hands them over when someone leaves, in the caller's transaction, which has said who
 * writes and why. One bean for each way of having something. [A1]
 */
public interface HandsOver {
    /** What is handed over: a record type such as {@code opportunity}, or a place such as {@code member}. */
    String type();

    Words label();

    /** How many of them {@code userId} has. */
    int owned(long userId);

    /** Gives all of them to {@code toUserId}, and says how many. */
    int handOver(long userId, long toUserId, Viewer viewer);
}
