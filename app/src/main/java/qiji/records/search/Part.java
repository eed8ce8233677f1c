package qiji.records.search;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import qiji.records.search.Likeness.Degree;

/** The part of a squeezed name that one piece of a question means, and how it does. */
record Part(Degree degree, int from, int to) {

    /** The best one; null if there is none. */
    static @Nullable Part of(Piece piece, Folded name, Question question) {
        int at = name.text().indexOf(piece.whole());
        if (at >= 0) {
            return new Part(Degree.HOLDS_EACH_WORD, at, at + piece.whole().length());
        }
        if (piece.isHan()) {
            return piece.parts().size() < Question.FEWEST_ALIKE ? null : almost(piece.whole(), name.text());
        }
        if (!piece.isLetters()) {
            return piece.letters().isEmpty() ? null : near(piece.whole(), name.text());
        }
        Part read = read(question.waysToRead(piece), name.text(), true);
        if (read != null) {
            return new Part(read.from() == 0 ? Degree.READS_FROM_THE_BEGINNING : Degree.READS, read.from(), read.to());
        }
        Part mixed = question.mixed(piece).stream()
                .map(way -> way.in(name.text()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return mixed == null ? mistyped(piece, name, question) : mixed;
    }

    private static @Nullable Part mistyped(Piece piece, Folded name, Question question) {
        Part near = piece.whole().length() < SearchWords.SHORTEST_MISTYPED ? null : near(piece.whole(), name.text());
        if (near != null) {
            return near;
        }
        Part read = read(question.slipsToRead(piece), name.text(), false);
        return read == null ? null : new Part(Degree.MISTYPED, read.from(), read.to());
    }

    /** With one slip in it; of a word of letters, and of a code, nothing else is a part. */
    private static @Nullable Part near(String word, String name) {
        Predicate<String> kind = kind(word);
        for (int from = 0; from < name.length(); from++) {
            for (int length = word.length() + 1; length >= word.length() - 1; length--) {
                int to = from + length;
                if (to <= name.length()
                        && Slips.isNear(word, name.substring(from, to))
                        && kind.test(name.substring(from, to))) {
                    return new Part(Degree.MISTYPED, from, to);
                }
            }
        }
        return null;
    }

    private static Predicate<String> kind(String word) {
        return Piece.isLetters(word) ? Piece::isLetters : Piece.isLatin(word) ? Piece::isLatin : _ -> true;
    }

    /** Chinese with one slip in it; of three characters only two swapped, or one that is read the same. */
    private static @Nullable Part almost(String word, String name) {
        if (word.length() >= Question.FEWEST_MISTYPED) {
            return near(word, name);
        }
        for (int from = 0; from + word.length() <= name.length(); from++) {
            String there = name.substring(from, from + word.length());
            if (Slips.isNear(word, there) && (isSwapped(word, there) || soundsAlike(word, there))) {
                return new Part(Degree.MISTYPED, from, from + word.length());
            }
        }
        return null;
    }

    /** Of two words that are one slip apart. */
    private static boolean isSwapped(String word, String there) {
        return word.chars().sum() == there.chars().sum();
    }

    private static boolean soundsAlike(String word, String there) {
        return IntStream.range(0, word.length())
                .allMatch(
                        i -> word.charAt(i) == there.charAt(i) || Spelling.soundAlike(word.charAt(i), there.charAt(i)));
    }

    /** The first place where the name is read in one of the {@code ways}; the last unit may be {@code begun} only. */
    static @Nullable Part read(List<List<String>> ways, String name, boolean begun) {
        for (int from = 0; from < name.length(); from++) {
            for (List<String> units : ways) {
                if (reads(units, name, from, begun)) {
                    return new Part(Degree.READS, from, from + units.size());
                }
            }
        }
        return null;
    }

    private static boolean reads(List<String> units, String name, int from, boolean begun) {
        if (from + units.size() > name.length()) {
            return false;
        }
        for (int i = 0; i < units.size(); i++) {
            String unit = units.get(i);
            boolean whole = Pinyin.isSyllable(unit) && !(begun && i == units.size() - 1);
            if (!isRead(name.charAt(from + i), unit, whole)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRead(char character, String unit, boolean whole) {
        for (String reading : Readings.of(character)) {
            if (whole ? reading.equals(unit) : reading.startsWith(unit)) {
                return true;
            }
        }
        return false;
    }
}
