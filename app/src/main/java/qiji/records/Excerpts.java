package qiji.records;

import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import qiji.records.search.Likeness;
import qiji.records.search.Mark;
import qiji.records.search.Question;

/** The part of a record's texts that shows why it was found. */
final class Excerpts {
    private static final int BEFORE = 16;
    private static final int LONGEST = 80;

    private Excerpts() {}

    /** Of the first text of {@code row} that holds what was asked for, other than its hint; null if none does. */
    static <T extends Table<?>> SearchGroup.@Nullable Excerpt of(
            RecordType<T> type, Record row, @Nullable String hint, Question question) {
        T table = type.as("t");
        for (FieldOf<T> field : type.fields.values()) {
            Field<?> column = field.in(table);
            int at = row.indexOf(column);
            String text = at < 0 ? null : row.get(at, String.class);
            List<Mark> marks = text == null || Objects.equals(text, hint) ? List.of() : Likeness.marks(text, question);
            if (!marks.isEmpty()) {
                return cut(field.label.here(), Objects.requireNonNull(text), marks);
            }
        }
        return null;
    }

    /** Of the name of the record that {@code reference} names. */
    static SearchGroup.@Nullable Excerpt of(FieldOf<?> reference, @Nullable String name, Question question) {
        return name == null
                ? null
                : new SearchGroup.Excerpt(
                        reference.label.here(),
                        name,
                        Likeness.of(name, question).marks());
    }

    private static SearchGroup.Excerpt cut(String field, String text, List<Mark> marks) {
        int from = Math.max(0, marks.getFirst().start() - BEFORE);
        int to = Math.min(text.length(), from + LONGEST);
        from += Character.isLowSurrogate(text.charAt(from)) ? 1 : 0;
        to -= to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
        String before = from > 0 ? "…" : "";
        int shift = from - before.length();
        int end = to;
        List<Mark> kept = marks.stream()
                .filter(mark -> mark.end() <= end)
                .map(mark -> new Mark(mark.start() - shift, mark.end() - shift))
                .toList();
        return new SearchGroup.Excerpt(
                field, before + text.substring(from, to) + (to < text.length() ? "…" : ""), kept);
    }
}
