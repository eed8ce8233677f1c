package qiji.records;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers over the records of one condition. */
public final class Aggregates {
    /** No count goes further: nobody reads it, and it would take long. */
    public static final int MOST_COUNTED = 10_000;

    private Aggregates() {}

    /** {@code capped} says that there are more than {@link #MOST_COUNTED}. */
    public record Count(int count, boolean capped) {}

    /** Records that share a value: {@code key} is its code or id, null for those without. */
    public record Group(
            @Nullable String key, @Nullable String label, long count, Map<String, @Nullable BigDecimal> sums) {}

    /** A group and the ids of its first records. */
    public record Headed(Group group, List<Long> heads) {}

    /** One page; {@code next} leads to the one behind it, absent at the end. */
    public record Page(
            List<Map<String, @Nullable Object>> rows,
            @Nullable String next) {}

    /** A record as others name it. */
    public record Reference(String id, @Nullable String label) {}
}
