package qiji.records;

import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which records are meant: a small tree over the catalogue, read by {@link FilterReader}, turned into SQL by {@link FilterSql}. */
public sealed interface Filter {
    record And(List<Filter> all) implements Filter {}

    record Or(List<Filter> any) implements Filter {}

    record Not(Filter filter) implements Filter {}

    /** One of these values. Never null: see {@link Empty}. */
    record In(Path path, List<Object> values) implements Filter {}

    /** From {@code from} to {@code to}, either absent for no limit; both belong to it unless said otherwise. */
    record Range(
            Path path,
            @Nullable Object from,
            boolean fromExcluded,
            @Nullable Object to,
            boolean toExcluded) implements Filter {}

    /** Holds the words or characters of {@code text}. */
    record Contains(Path path, String text) implements Filter {}

    /** Is meant by {@code text} as typed into a search box: by words, pinyin, initials, a number. */
    record Finds(Path path, String text) implements Filter {}

    record StartsWith(Path path, String text) implements Filter {}

    record Empty(Path path) implements Filter {}

    /** A span of days that moves with today. */
    record Relative(Path path, Period period) implements Filter {}

    /** A reference to {@code top} or to what lies below it, of a type whose records lie in each other. */
    record Below(Path path, long top) implements Filter {}

    /** Whether some condition in it is about the field {@code name}. */
    default boolean speaksOf(String name) {
        return switch (this) {
            case And(var all) -> all.stream().anyMatch(it -> it.speaksOf(name));
            case Or(var any) -> any.stream().anyMatch(it -> it.speaksOf(name));
            case Not(var filter) -> filter.speaksOf(name);
            case In(var path, var _) -> path.text().equals(name);
            case Range range -> range.path().text().equals(name);
            case Contains(var path, var _) -> path.text().equals(name);
            case Finds(var path, var _) -> path.text().equals(name);
            case StartsWith(var path, var _) -> path.text().equals(name);
            case Empty(var path) -> path.text().equals(name);
            case Relative(var path, var _) -> path.text().equals(name);
            case Below(var path, var _) -> path.text().equals(name);
        };
    }

    /** A filter as it was sent, to be put into another one. Throws INVALID_FIELDS if it is no JSON. */
    static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw Problem.invalid(
                    List.of(FieldFault.of("filter", "malformed", Words.of("筛选条件的格式不对", "The filter is malformed"))));
        }
    }

    /** All records. */
    static Filter everything() {
        return new And(List.of());
    }
}
