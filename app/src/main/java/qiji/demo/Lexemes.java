package qiji.demo;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiji.records.SearchTokens;

/** The words by which a record is found, as its module would store them; the database drops those that come twice. */
public record Lexemes(String literal) {
    private static final int KEPT = 2_000;
    /** Of texts met lately: most sentences of a demonstration come again and again. */
    private static final Map<String, String> LITERALS =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > KEPT;
                }
            });

    public static Lexemes of(List<String> names, @Nullable String... texts) {
        String told = Arrays.stream(texts)
                .filter(Objects::nonNull)
                .map(text -> LITERALS.computeIfAbsent(text, it -> SearchTokens.vector(List.of(), List.of(it))))
                .collect(Collectors.joining(" "));
        return new Lexemes(SearchTokens.vector(names, List.of()) + " " + told);
    }
}
