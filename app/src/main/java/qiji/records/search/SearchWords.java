package qiji.records.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a record: Chinese as single characters and pairs, everything else as words; of what it is called
 * also how that is read, and its words with a letter left out. Marks before them keep these apart, so that nothing is
 * found by them that was not asked for that way.
 */
public final class SearchWords {
    /** To be raised whenever other words are made of the same texts: all records are then indexed anew. */
    public static final int VERSION = 3;

    /** What version 1 kept as one word. */
    private static final Pattern JOINED =
            Pattern.compile("[\\p{L}\\p{N}][.:][\\p{L}\\p{N}]|[\\p{L}\\p{N}]_|_[\\p{L}\\p{N}]");
    /** Where version 2 ended what is Chinese in a name. */
    private static final Pattern APART =
            Pattern.compile("\\p{IsHan}(?![^\\p{L}\\p{N}\\s]{1,2}\\p{IsHan})[^\\p{L}\\p{N}]{1,3}\\p{IsHan}");

    /** Before two syllables of a name in a row, or its last one: {@code ~hua-wei}. */
    static final String READING = "~";

    static final String BETWEEN = "-";
    /** Before three initials of a name in a row, or its last ones: {@code ^hwj}. */
    static final String INITIALS = "^";
    /** Before a word of a name without one of its letters. */
    static final String SHORTENED = "!";

    static final int WINDOW = 3;
    static final int SHORTEST_MISTYPED = 4;
    static final int LONGEST_MISTYPED = 20;
    private static final int MOST_WAYS = 8;

    private SearchWords() {}

    /** Whether other words are made of {@code text} now than by that version; of version 0 nothing is known. */
    public static boolean differ(int version, @Nullable String text) {
        return version < 1
                || (version == 1
                        && text != null
                        && JOINED.matcher(Folded.of(text).text()).find());
    }

    /** The same of what a record is called. */
    public static boolean differOfName(int version, @Nullable String name) {
        return differ(version, name)
                || (version <= 2 && name != null && isNewOfName(Folded.of(name).text()));
    }

    private static boolean isNewOfName(String folded) {
        return APART.matcher(folded).find()
                || Piece.ofName(folded).stream()
                        .filter(piece -> !piece.isLetters())
                        .anyMatch(piece -> piece.letters().stream()
                                .anyMatch(word -> !shortened(word).isEmpty()));
    }

    /** The tsvector of a record: words of its {@code names} weigh A, those of its other {@code texts} nothing. */
    public static String vector(
            Collection<? extends @Nullable String> names, Collection<? extends @Nullable String> texts) {
        Set<String> named = new LinkedHashSet<>();
        names.stream().filter(Objects::nonNull).forEach(name -> addName(name, named));
        Set<String> told = new LinkedHashSet<>();
        texts.stream().filter(Objects::nonNull).forEach(text -> pieces(text).forEach(piece -> add(piece, told)));
        told.removeAll(named);
        return named.stream().map(word -> quoted(word) + ":1A").collect(Collectors.joining(" "))
                + told.stream().map(word -> " " + quoted(word)).collect(Collectors.joining());
    }

    static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static List<Piece> pieces(String text) {
        return Piece.of(Folded.of(text).text());
    }

    private static void addName(String name, Set<String> words) {
        for (Piece piece : Piece.ofName(Folded.of(name).text())) {
            add(piece, words);
            if (piece.isHan()) {
                addReadings(
                        piece.parts().stream()
                                .map(it -> Readings.of(it.codePointAt(0)))
                                .toList(),
                        words);
            } else {
                piece.letters().stream()
                        .flatMap(word -> shortened(word).stream())
                        .forEach(word -> words.add(SHORTENED + word));
            }
        }
    }

    private static void add(Piece piece, Set<String> words) {
        List<String> parts = piece.parts();
        words.addAll(parts);
        if (!piece.isHan()) {
            words.add(piece.whole());
            parts.stream().filter(it -> it.matches("0+\\d+")).forEach(it -> words.add(it.replaceFirst("^0+(?=.)", "")));
        } else {
            words.addAll(pairs(parts));
        }
    }

    static List<String> pairs(List<String> characters) {
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < characters.size(); i++) {
            pairs.add(characters.get(i) + characters.get(i + 1));
        }
        return List.copyOf(pairs);
    }

    /** A word of some length without each of its letters in turn; two words one slip apart have one of these in common. */
    static Set<String> shortened(String word) {
        Set<String> all = new LinkedHashSet<>();
        if (word.length() >= SHORTEST_MISTYPED && word.length() <= LONGEST_MISTYPED) {
            for (int i = 0; i < word.length(); i++) {
                all.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
        return all;
    }

    private static void addReadings(List<List<String>> readings, Set<String> words) {
        for (int i = 0; i < readings.size(); i++) {
            for (String first : readings.get(i)) {
                if (i + 1 == readings.size()) {
                    words.add(READING + first);
                } else {
                    readings.get(i + 1).forEach(second -> words.add(READING + first + BETWEEN + second));
                }
            }
            initials(readings.subList(i, Math.min(i + WINDOW, readings.size())))
                    .forEach(initials -> words.add(INITIALS + initials));
        }
    }

    private static Set<String> initials(List<List<String>> readings) {
        Set<String> ways = Set.of("");
        for (List<String> next : readings) {
            Set<String> longer = new LinkedHashSet<>();
            for (String way : ways) {
                next.stream().map(it -> way + it.charAt(0)).limit(MOST_WAYS).forEach(longer::add);
            }
            ways = longer;
        }
        return ways;
    }
}
