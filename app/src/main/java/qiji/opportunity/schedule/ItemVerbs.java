package qiji.opportunity.schedule;

import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;

/** What may be done with the items of an owner, each verb by who may change the owner. It says what it throws. [D7] */
public interface ItemVerbs {
    long add(long ownerId, ItemDraft draft, Viewer viewer);

    /** The new version of the item. */
    int change(long ownerId, long itemId, ItemDraft draft, Viewer viewer);

    /** The same of its days alone. */
    int move(long ownerId, long itemId, ItemMove move, Viewer viewer);

    void remove(long ownerId, long itemId, @Nullable Integer version, Viewer viewer);

    /** Slips are measured against the days planned now. The new version of the owner. */
    int setBaseline(long ownerId, int version, @Nullable String reason, Viewer viewer);
}
