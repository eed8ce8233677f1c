package qiji.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One notice as its reader sees it, in their language. {@code about} is absent where it is about no record, or about one that
 * they may not see any more; {@code page} where it leads to nothing but the record.
 */
record NoticeRow(
        String id,
        String kind,
        String text,
        @Nullable About about,
        @Nullable String page,
        Instant at,
        boolean isRead) {
    record About(String type, String id, String name) {}
}
