package qiji.opportunity.history;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone changed at one moment, in words: who, from where, why, and each field with its value before and after.
 * {@code by} is 0 for the system itself.
 */
record HistoryRow(
        Instant at,
        @JsonFormat(shape = JsonFormat.Shape.STRING) long by,
        String byName,
        @Nullable String via,
        @Nullable String reason,
        List<Change> changes) {

    /** A null is nothing: nothing before something made, nothing after something taken away. */
    record Change(
            String field,
            String label,
            @Nullable String before,
            @Nullable String after) {}

    /** Rows newest first; {@code next} asks for those before, null if there are none. */
    record Page(List<HistoryRow> rows, @Nullable String next) {}
}
