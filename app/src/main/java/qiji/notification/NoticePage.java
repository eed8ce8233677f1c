package qiji.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notices, the newest first. {@code next} asks for those before; {@code unread} counts up to {@link #MOST_COUNTED}. */
record NoticePage(List<NoticeRow> rows, @Nullable String next, int unread) {
    static final int MOST_COUNTED = 100;
}
