package qiji.records;

import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.records.search.Mark;

/**
 * What was found among the records of one type, best first. {@code found} is how many, up to 1,000, and up to
 * 200 of what is about another record; {@code newestOnly} says that there are more and that these are the best of the newest.
 */
public record SearchGroup(String type, String label, List<Item> items, int found, boolean newestOnly) {
    /**
     * A record found: what of its label and hint was asked for is marked. {@code elsewhere} is the other text in which it
     * was found; {@code mistyped} says that it is one slip away from what was asked.
     */
    public record Item(
            String id,
            String label,
            List<Mark> marks,
            @Nullable String hint,
            List<Mark> hintMarks,
            @Nullable Excerpt elsewhere,
            @Nullable Subject about,
            boolean mistyped) {}

    /** The record that a follow-up, a task or a file is about. */
    public record Subject(String type, String id, @Nullable String label) {}

    /** A part of a text of the record; {@code field} is what people call it. */
    public record Excerpt(String field, String text, List<Mark> marks) {}

    boolean isEmpty() {
        return items.isEmpty();
    }
}
