package qiji.records;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.trueCondition;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import qiji.access.Viewer;
import qiji.records.recent.Since;
import qiji.records.search.Question;

/**
 * Finds records by words, through what of them the viewer may read. Where some text by which the type is found is hidden
 * from them, only its names count: else one could guess the hidden text by searching for it. [X1 A4]
 */
final class Search {
    private Search() {}

    /** What people mean who type {@code text} into a search box, of a list or of everything; all rows if they typed nothing. */
    static <T extends Table<?>> Condition finds(RecordType<T> type, String text, Viewer viewer, DSLContext jooq) {
        return text.isBlank()
                ? trueCondition()
                : finding(type, text, viewer, jooq).apply(Since.EVER);
    }

    /**
     * The same among those rows that are new enough. That stands beside each word by which a row is found, since so the
     * database takes both indexes at once.
     */
    static <T extends Table<?>> Function<Since, Condition> finding(
            RecordType<T> type, String text, Viewer viewer, DSLContext jooq) {
        T table = type.as("t");
        if (type.search == null) {
            return among(matches(type, text, viewer));
        }
        Function<Since, Condition> meant = meant(type, table, Question.of(text), viewer, jooq);
        Condition otherwise = foundOtherwise(type, table, text, viewer);
        return since -> meant.apply(since).or(otherwise.and(since.there()));
    }

    private static Function<Since, Condition> among(Condition found) {
        return since -> found.and(since.here());
    }

    /** Of each word one that the row holds, or that stands in the name of the record beside it. */
    private static <T extends Table<?>> Function<Since, Condition> meant(
            RecordType<T> type, T table, Question question, Viewer viewer, DSLContext jooq) {
        Beside<T> beside = Beside.of(type, viewer);
        if (beside == null || question.isEmpty()) {
            return among(ask(type, table, viewer, question.asMeant()));
        }
        List<Function<Since, Condition>> words = question.eachAsMeant().stream()
                .map(word -> {
                    Condition own = ask(type, table, viewer, Optional.of(word));
                    Condition called = beside.isCalled(word, table, jooq);
                    return (Function<Since, Condition>)
                            since -> own.and(since.here()).or(called.and(since.there()));
                })
                .toList();
        return since -> and(words.stream().map(word -> word.apply(since)).toList());
    }

    /** The rows that are meant for what they hold themselves. */
    static <T extends Table<?>> Condition own(
            RecordType<T> type, T table, String text, Question question, Viewer viewer) {
        return ask(type, table, viewer, question.asMeant()).or(foundOtherwise(type, table, text, viewer));
    }

    /** The rows that somebody means who made one slip. */
    static <T extends Table<?>> Condition mistyped(
            RecordType<T> type, T table, Question question, Viewer viewer, DSLContext jooq) {
        Beside<T> beside = Beside.of(type, viewer);
        Condition own = ask(type, table, viewer, question.mistyped());
        return beside == null
                ? own
                : question.mistyped()
                        .map(query -> own.or(beside.isCalled(query, table, jooq)))
                        .orElse(own);
    }

    /** The rows that hold every word of {@code text} as it is written. */
    static <T extends Table<?>> Condition matches(RecordType<T> type, String text, Viewer viewer) {
        T table = type.as("t");
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
        return text(field).likeIgnoreCase("%" + escaped(clean(text)) + "%", '\\');
    }

    static Condition beginsWith(Field<?> field, String text) {
        return text(field).likeIgnoreCase(escaped(text) + "%", '\\');
    }

    /** As the database has it too: an id that is told as a text is a number there. */
    static Field<String> text(Field<?> shown) {
        return shown.getConverter().fromType() == String.class
                ? shown.cast(String.class)
                : field("{0}::text", String.class, shown);
    }

    private static <T extends Table<?>> Condition ask(
            RecordType<T> type, T table, Viewer viewer, Optional<String> query) {
        if (type.search == null || type.hides(type.label, viewer)) {
            return falseCondition();
        }
        boolean onlyNames = type.searchedTexts.stream().anyMatch(text -> type.hides(text, viewer));
        Field<?> words = type.search.apply(table);
        return onlyNames ? inNames(words, query) : SearchTokens.matches(words, query);
    }

    /** To be answered by what records are called alone; the first part is the one that the index can answer. */
    static Condition inNames(Field<?> words, Optional<String> query) {
        return SearchTokens.matches(words, query).and(SearchTokens.matches(ofNames(words), query));
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
