package qiji.records;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The one tokenizer of the search: Chinese as single characters and pairs, everything else as words in lower case. What
 * is written and what is asked for go through it alike. [X1]
 */
public final class SearchTokens {
    private static final int LONGEST = 255;
    private static final Analyzer WRITING = analyzer(true);
    private static final Analyzer ASKING = analyzer(false);

    private SearchTokens() {}

    /** What to store in a record's search column, of the texts by which it is to be found; null ones are passed over. */
    public static Field<Object> vector(@Nullable String... texts) {
        return field("array_to_tsvector({0})", Object.class, val(tokens(texts).toArray(String[]::new)));
    }

    /** The tokens that are stored for these texts. */
    public static Set<String> tokens(@Nullable String... texts) {
        Set<String> tokens = new LinkedHashSet<>();
        Arrays.stream(texts).filter(Objects::nonNull).forEach(text -> tokens.addAll(split(WRITING, text)));
        return tokens;
    }

    /** The rows whose search column holds every word of {@code text}; Latin words and numbers by their beginning. */
    public static Condition matches(Field<?> search, String text) {
        Set<String> words = split(ASKING, text);
        if (words.isEmpty()) {
            return falseCondition();
        }
        String query = words.stream()
                .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "'" + (isHan(word) ? "" : ":*"))
                .collect(Collectors.joining(" & "));
        return condition("{0} @@ {1}::tsquery", search, val(query));
    }

    private static boolean isHan(String word) {
        return word.codePoints().allMatch(Character::isIdeographic);
    }

    private static Set<String> split(Analyzer analyzer, String text) {
        Set<String> tokens = new LinkedHashSet<>();
        try (TokenStream stream = analyzer.tokenStream("", Normalizer.normalize(text, Normalizer.Form.NFKC))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (term.length() <= LONGEST) {
                    tokens.add(term.toString());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static Analyzer analyzer(boolean single) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer source = new StandardTokenizer();
                TokenStream words = new LowerCaseFilter(source);
                return new TokenStreamComponents(source, new CJKBigramFilter(words, CJKBigramFilter.HAN, single));
            }
        };
    }
}
