package qiji.activity;

import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;

/**
 * A module whose records keep what was last done about them and what comes next hears of every change of the latest
 * follow-up, in the same transaction. One bean for each record type. [D10]
 */
public interface HearsFollowUps {
    /** The record type, e.g. {@code opportunity}. */
    String type();

    /**
     * {@code latest} is the follow-up that happened last, just logged or edited; null when the last one was removed and
     * none is left. One logged later of an earlier day is not told.
     */
    void followedUp(long recordId, @Nullable FollowUp latest, Viewer viewer);
}
