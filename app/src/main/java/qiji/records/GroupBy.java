package qiji.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By what records are asked to be grouped, in words: {@code owner}, {@code customer.industry}, {@code closedOn:quarter}. */
public final class GroupBy {
    private static final Map<String, String> SPANS =
            Map.of("day", "YYYY-MM-DD", "month", "YYYY-MM", "quarter", "YYYY-\"Q\"Q", "year", "YYYY");

    private GroupBy() {}

    /** The field, without the span. */
    public static String fieldOf(String by) {
        return by.contains(":") ? by.substring(0, by.indexOf(':')) : by;
    }

    /** What times are cut into; months if nothing else is said. */
    public static String span(String by) {
        return by.contains(":") ? by.substring(by.indexOf(':') + 1) : "month";
    }

    /** Whether records can be grouped by it, given where its field leads. */
    public static boolean allows(String by, Path path) {
        return path.last().groupable && (path.kind().isTime() ? SPANS.containsKey(span(by)) : !by.contains(":"));
    }

    /** How the span is written by the database, null for one that is not known. */
    static @Nullable String format(String by) {
        return SPANS.get(span(by));
    }
}
