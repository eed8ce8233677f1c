package qiji.records.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody typed to find something, and how the search column is asked for it. */
public final class Question {
    private static final int LONGEST = 200;
    private static final int MOST_PIECES = 12;
    /** Fewer Chinese characters say too little when one of them is wrong. */
    static final int FEWEST_MISTYPED = 4;
    /** So few say enough when the wrong one is read like the right one, as input methods mistake them. */
    static final int FEWEST_ALIKE = 3;

    final Folded folded;
    final List<Piece> pieces;
    private final Map<Piece, List<List<String>>> ways = new HashMap<>();
    private final Map<Piece, List<Mixed>> mixed = new HashMap<>();
    private final Map<Piece, List<List<String>>> slips = new HashMap<>();

    private Question(Folded folded) {
        this.folded = folded;
        this.pieces = Piece.of(folded.text()).stream().limit(MOST_PIECES).toList();
    }

    /** Of a long text only the first 200 characters count, and of those the first 12 words. */
    public static Question of(String text) {
        return new Question(Folded.of(text.substring(0, Math.min(text.length(), LONGEST))));
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** The tsquery of rows that hold every word as it is written, others than Chinese by their beginning. */
    public Optional<String> asWritten() {
        return all(Question::written);
    }

    /** The same, and words of letters may also be the pinyin of what the record is called. */
    public Optional<String> asMeant() {
        return all(this::meant);
    }

    /** The same of each word, where one may stand in a record and the next in one that it names. */
    public List<String> eachAsMeant() {
        return pieces.stream().map(this::meant).toList();
    }

    /** Rows of which one word is one slip away from what was typed; empty where nothing is long enough for that. */
    public Optional<String> mistyped() {
        List<String> ways = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            List<String> terms =
                    new ArrayList<>(pieces.stream().map(this::meant).toList());
            Optional<String> slips = Slips.of(pieces.get(i), this);
            if (slips.isPresent()) {
                terms.set(i, slips.get());
                ways.add(both(terms));
            }
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(either(ways));
    }

    /** How a word of letters may be meant as pinyin. */
    List<List<String>> waysToRead(Piece piece) {
        return ways.computeIfAbsent(piece, it -> Pinyin.waysToRead(it.whole()));
    }

    /** Whether some word may be meant as pinyin. */
    public boolean isRead() {
        return pieces.stream()
                .anyMatch(piece -> piece.isLetters() && !waysToRead(piece).isEmpty());
    }

    /** How it may be a Latin word and pinyin in one. */
    List<Mixed> mixed(Piece piece) {
        return mixed.computeIfAbsent(piece, it -> Mixed.of(it.whole(), waysToRead(it)));
    }

    /** How it may be meant as pinyin, if there is a slip in it. */
    List<List<String>> slipsToRead(Piece piece) {
        return slips.computeIfAbsent(piece, it -> Slips.readings(it.whole()));
    }

    private Optional<String> all(Function<Piece, String> asked) {
        return pieces.isEmpty()
                ? Optional.empty()
                : Optional.of(both(pieces.stream().map(asked).toList()));
    }

    private String meant(Piece piece) {
        if (!piece.isLetters()) {
            return written(piece);
        }
        List<String> ways = new ArrayList<>();
        ways.add(written(piece));
        waysToRead(piece).forEach(units -> ways.add(read(units)));
        mixed(piece).forEach(way -> ways.add(both(List.of(word(way.latin()), read(way.units())))));
        return either(ways);
    }

    private static String written(Piece piece) {
        if (piece.isHan()) {
            List<String> pairs = SearchWords.pairs(piece.parts());
            return both((pairs.isEmpty() ? piece.parts() : pairs)
                    .stream().map(word -> word(word)).toList());
        }
        String whole = begun(piece.whole());
        if (piece.parts().size() == 1) {
            return whole;
        }
        return either(List.of(whole, both(parts(piece.parts()))));
    }

    /** How those of a code are asked for, the last one by its beginning. */
    static List<String> parts(List<String> parts) {
        List<String> terms = new ArrayList<>();
        parts.forEach(part -> terms.add(word(part)));
        terms.set(parts.size() - 1, begun(parts.getLast()));
        return terms;
    }

    /** Names that are read so: whole syllables beside each other by pairs, initials by three at once. */
    private static String read(List<String> units) {
        int count = units.size();
        if (count == 1) {
            boolean isLetter = units.getFirst().length() == 1;
            return begun((isLetter ? SearchWords.INITIALS : SearchWords.READING) + units.getFirst());
        }
        List<String> terms = new ArrayList<>();
        for (int i = 0; i + 1 < count; i++) {
            if (Pinyin.isSyllable(units.get(i))) {
                boolean isWhole = i + 2 < count && Pinyin.isSyllable(units.get(i + 1));
                String pair = SearchWords.READING + units.get(i) + SearchWords.BETWEEN + units.get(i + 1);
                terms.add(isWhole ? word(pair) : begun(pair));
            }
        }
        if (terms.size() < count - 1) {
            String initials = units.stream().map(it -> it.substring(0, 1)).collect(Collectors.joining());
            for (int i = 0; i == 0 || i + SearchWords.WINDOW <= count; i++) {
                String window = initials.substring(i, Math.min(i + SearchWords.WINDOW, count));
                terms.add(
                        count < SearchWords.WINDOW
                                ? begun(SearchWords.INITIALS + window)
                                : word(SearchWords.INITIALS + window));
            }
        }
        return both(terms);
    }

    static String word(String word) {
        return SearchWords.quoted(word);
    }

    private static String begun(String word) {
        return word(word) + ":*";
    }

    static String both(List<String> terms) {
        return joined(terms, " & ");
    }

    static String either(List<String> terms) {
        return joined(terms, " | ");
    }

    private static String joined(List<String> terms, String operator) {
        return terms.size() == 1
                ? terms.getFirst()
                : terms.stream().distinct().collect(Collectors.joining(operator, "(", ")"));
    }
}
