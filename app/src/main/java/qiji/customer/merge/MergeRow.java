package qiji.customer.merge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A merge that was done, and whether it was undone. Names are null where the viewer may not know them. */
record MergeRow(
        String id,
        String type,
        Side keep,
        Side gone,
        Side mergedBy,
        Instant mergedAt,
        @Nullable Side undoneBy,
        @Nullable Instant undoneAt,
        boolean mayUndo) {
    record Side(String id, @Nullable String label) {}

    /** Newest first; {@code next} asks for the rows that follow, null at the end. */
    record Page(List<MergeRow> rows, @Nullable String next) {}
}
