package qiji.access;

import java.util.List;
import qiji.platform.Words;

/**
 * A module whose rows name records of others lets them name the survivor when two records become one, and back when that
 * is undone; in the caller's transaction, which has said who writes and why. Whose the rows are does not matter: all go
 * along. One bean for each way of naming. [B1]
 */
public interface Reattaches {
    /**
     * What was done to rows of one {@code place}, empty for kinds that have but one: these {@code ids} name the survivor
     * since; those of which there may not be two were {@code removed}, whole rows as JSON.
     */
    record Moved(String place, List<Long> ids, String removed) {
        public static final String NOTHING = "[]";
    }

    /** What is attached: a record type such as {@code activity}, or a place such as {@code share}. */
    String kind();

    Words label();

    /** How many rows that the viewer may know of name {@code record}. */
    int attachedTo(RecordRef record, Viewer viewer);

    /** All that name {@code from} name {@code to}. Both are of one type. */
    List<Moved> reattach(RecordRef from, RecordRef to);

    /** What still names {@code from} of what was moved names {@code to} again. */
    void putBack(Moved moved, RecordRef from, RecordRef to);
}
