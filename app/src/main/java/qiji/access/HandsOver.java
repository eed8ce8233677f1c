package qiji.access;

import qiji.platform.Words;

/** A module whose records have owners hands them over when someone leaves, in the caller's transaction. [A1] */
public interface HandsOver {
    /** The record type, e.g. {@code opportunity}. */
    String type();

    Words label();

    /** How many records {@code userId} owns. */
    int owned(long userId);

    /** Gives all of them to {@code toUserId}, and says how many. History keeps {@code viewer} as the one who did it. */
    int handOver(long userId, long toUserId, Viewer viewer);
}
