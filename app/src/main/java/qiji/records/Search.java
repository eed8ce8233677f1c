package qiji.records;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.trueCondition;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import qiji.access.Viewer;

/**
 * Finds records by words, through what of them the viewer may read. Where some text of the type is hidden from them,
 * only the label counts: else one could guess the hidden text by searching for it. [X1 A4]
 */
final class Search {
    private Search() {}

    /** What people mean who type {@code text} into a search box; all rows if they typed nothing. */
    static <T extends Table<?>> Condition finds(RecordType<T> type, T table, String text, Viewer viewer) {
        if (text.isBlank()) {
            return trueCondition();
        }
        Condition words = matches(type, table, text, viewer);
        boolean hidesFound = type.fields.values().stream()
                .anyMatch(field -> field.finder != null && !field.isReadable(type.name, viewer));
        return type.finder == null || hidesFound ? words : words.or(type.finder.apply(text.replace("\0", ""), table));
    }

    /** The rows that hold every word of {@code text}. */
    static <T extends Table<?>> Condition matches(RecordType<T> type, T table, String text, Viewer viewer) {
        String clean = text.replace("\0", "");
        Field<String> label = type.label.apply(table);
        if (type.hides(type.label, viewer)) {
            return falseCondition();
        }
        if (type.search == null) {
            return holds(label, clean);
        }
        Condition words = SearchTokens.matches(type.search.apply(table), clean);
        // Which texts feed the search column is the module's affair; any hidden one may.
        boolean onlyLabel = type.fields.values().stream()
                .anyMatch(field -> field.kind.isText() && !field.isReadable(type.name, viewer));
        return onlyLabel ? words.and(holds(label, clean)) : words;
    }

    /** Holds it as it is written, without regard to case. */
    static Condition holds(Field<?> field, String text) {
        return field.cast(String.class).likeIgnoreCase("%" + escaped(text) + "%", '\\');
    }

    static Condition beginsWith(Field<?> field, String text) {
        return field.cast(String.class).likeIgnoreCase(escaped(text) + "%", '\\');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
