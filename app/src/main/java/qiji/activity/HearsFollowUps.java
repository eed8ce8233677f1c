package qiji.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;

/**
 * A module whose records keep when they were last followed up and what comes next says who follows them, and hears of every
 * change of their follow-ups, in the same transaction. One bean for each record type. [D10]
 */
public interface HearsFollowUps {
    /** The record type, e.g. {@code opportunity}. */
    String type();

    /** Whether what this person does about the record counts as a follow-up: its owner's and its team's does. */
    boolean isFollowedBy(long recordId, long userId);

    /** One was logged, edited or removed; {@code lastAt} is when the last that counts happened, null without any. */
    void followedUp(long recordId, @Nullable Instant lastAt);

    /** What happened last, whether it counts or not, was logged or edited, or now is the last as a later one was removed. */
    void agreed(long recordId, NextStep next, Viewer viewer);
}
