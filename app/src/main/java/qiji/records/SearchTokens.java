package qiji.records;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import qiji.records.search.Question;
import qiji.records.search.SearchWords;

/** The search column for modules that write or ask it themselves; all others leave that to their record type. [X1] */
public final class SearchTokens {
    /** Of the words that are stored; raised when others are made of the same texts. */
    public static final int VERSION = SearchWords.VERSION;

    private SearchTokens() {}

    /** The tsvector, as text, of a record that is called by {@code names} and tells {@code texts}; null ones are passed over. */
    public static String vector(
            Collection<? extends @Nullable String> names, Collection<? extends @Nullable String> texts) {
        return SearchWords.vector(names, texts);
    }

    /** The rows whose search column holds every word of {@code text} as written; Latin words and numbers by their beginning. */
    public static Condition matches(Field<?> search, String text) {
        return matches(search, Question.of(text).asWritten());
    }

    /** The words stand in the statement: how frequent they are decides how they are best looked for. */
    static Condition matches(Field<?> search, Optional<String> query) {
        return query.map(it -> condition("{0} @@ {1}::tsquery", search, inline(it)))
                .orElse(falseCondition());
    }
}
