package qiji.customer.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.customer.duplicates.Likeness.Reason;

/**
 * Pairs that may be one, the likeliest first. {@code hidden} is how many others there are of which the viewer may not see
 * one or the other, counted up to 1,000; {@code next} is where the next page begins.
 */
record DuplicatePage(List<Pair> pairs, int hidden, @Nullable String next) {
    record Pair(
            String id,
            String type,
            int score,
            List<Reason> reasons,
            DuplicateState state,
            Instant foundAt,
            Side first,
            Side second) {}

    /** {@code values} are the fields that help to decide, as lists show them; {@code contacts} of a customer only. */
    record Side(
            String id,
            Map<String, @Nullable Object> values,
            @Nullable Integer contacts) {}
}
