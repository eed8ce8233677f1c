package qiji.records;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.trueCondition;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import qiji.access.Viewer;
import qiji.records.search.Question;

/**
 * Finds records by words, through what of them the viewer may read. Where some text by which the type is found is hidden
 * from them, only its names count: else one could guess the hidden text by searching for it. [X1 A4]
 */
final class Search {
    private Search() {}

    /** What people mean who type {@code text} into a search box; all rows if they typed nothing. */
    static <T extends Table<?>> Condition finds(RecordType<T> type, T table, String text, Viewer viewer) {
        if (text.isBlank()) {
            return trueCondition();
        }
        return type.search == null
                ? matches(type, table, text, viewer)
                : meant(type, table, Question.of(text), viewer).or(foundOtherwise(type, table, text, viewer));
    }

    /** The rows whose words, or what they are called in pinyin, somebody means. */
    static <T extends Table<?>> Condition meant(RecordType<T> type, T table, Question question, Viewer viewer) {
        return ask(type, table, viewer, question.asMeant());
    }

    /** The rows that somebody means who made one slip. */
    static <T extends Table<?>> Condition mistyped(RecordType<T> type, T table, Question question, Viewer viewer) {
        return ask(type, table, viewer, question.mistyped());
    }

    /** The rows that hold every word of {@code text} as it is written. */
    static <T extends Table<?>> Condition matches(RecordType<T> type, T table, String text, Viewer viewer) {
        if (type.search == null) {
            return type.hides(type.label, viewer) ? falseCondition() : holds(type.label.apply(table), text);
        }
        return ask(type, table, viewer, Question.of(text).asWritten());
    }

    /** The rows that the type finds in its own way, such as by the end of a phone number. */
    static <T extends Table<?>> Condition foundOtherwise(RecordType<T> type, T table, String text, Viewer viewer) {
        boolean hidesFound = type.fields.values().stream()
                .anyMatch(field -> field.finder != null && !field.isReadable(type.name, viewer));
        return type.finder == null || hidesFound || type.hides(type.label, viewer)
                ? falseCondition()
                : type.finder.apply(clean(text), table);
    }

    /** Holds it as it is written, without regard to case. */
    static Condition holds(Field<?> field, String text) {
        return field.cast(String.class).likeIgnoreCase("%" + escaped(clean(text)) + "%", '\\');
    }

    static Condition beginsWith(Field<?> field, String text) {
        return field.cast(String.class).likeIgnoreCase(escaped(text) + "%", '\\');
    }

    private static <T extends Table<?>> Condition ask(
            RecordType<T> type, T table, Viewer viewer, Optional<String> query) {
        if (type.search == null || type.hides(type.label, viewer)) {
            return falseCondition();
        }
        Field<?> words = type.search.apply(table);
        Condition matches = SearchTokens.matches(words, query);
        boolean onlyNames = type.searchedTexts.stream().anyMatch(text -> type.hides(text, viewer));
        return onlyNames ? matches.and(SearchTokens.matches(ofNames(words), query)) : matches;
    }

    private static Field<?> ofNames(Field<?> words) {
        return field("ts_filter({0}, '{a}')", Object.class, words);
    }

    private static String clean(String text) {
        return text.replace("\0", "");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
