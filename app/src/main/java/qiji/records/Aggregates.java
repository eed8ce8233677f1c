package qiji.records;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
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

    /** So many groups, and what they hold together. */
    public record Total(long groups, long count, Map<String, @Nullable BigDecimal> sums) {
        /** What is left when {@code told} are told one by one; null if that is nothing. */
        public @Nullable Total without(List<Group> told) {
            if (told.size() >= groups) {
                return null;
            }
            Map<String, @Nullable BigDecimal> left = new LinkedHashMap<>(sums);
            for (Group group : told) {
                group.sums().forEach((name, sum) -> {
                    if (sum != null) {
                        left.computeIfPresent(name, (_, all) -> all.subtract(sum));
                    }
                });
            }
            return new Total(
                    groups - told.size(),
                    count - told.stream().mapToLong(Group::count).sum(),
                    left);
        }
    }

    /** The first groups, of all that there are. */
    public record Grouped(List<Headed> first, Total all) {
        public List<Group> groups() {
            return first.stream().map(Headed::group).toList();
        }
    }

    /** One page; {@code next} leads to the one behind it, absent at the end. */
    public record Page(
            List<Map<String, @Nullable Object>> rows,
            @Nullable String next) {}

    /** A record as others name it. */
    public record Reference(String id, @Nullable String label) {}
}
