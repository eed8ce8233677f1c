package qiji.records.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What somebody may have meant who made one slip: a letter or a Chinese character wrong, missing, too many or swapped. */
final class Slips {
    private static final int FEWEST_LETTERS_READ = 5;
    private static final int MOST_READINGS = 400;
    /** In longer words slips are not forgiven: each further character asks for as many words again. */
    private static final int MOST_CHARACTERS = 40;

    private Slips() {}

    /** How names are asked for that are one slip away; empty for what is too short to tell. */
    static Optional<String> of(Piece piece, Question question) {
        if (piece.isHan()) {
            int count = piece.parts().size();
            if (count < Question.FEWEST_ALIKE || count > MOST_CHARACTERS) {
                return Optional.empty();
            }
            List<String> ways = new ArrayList<>(twoSwapped(piece.parts()));
            if (count == Question.FEWEST_ALIKE) {
                oneReadAlike(piece.parts()).ifPresent(ways::add);
            } else {
                ways.addAll(oneCharacterWrong(piece.parts()));
            }
            return Optional.of(Question.either(ways));
        }
        List<String> ways = new ArrayList<>();
        if (piece.isLetters()) {
            ways.addAll(inLetters(piece.whole()));
            question.slipsToRead(piece).forEach(syllables -> ways.add(pairs(syllables)));
        } else {
            ways.addAll(inCode(piece.parts()));
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(Question.either(ways));
    }

    /** Words that have one with a letter left out in common with this one, which is itself one of them where one is missing. */
    private static List<String> inLetters(String word) {
        Set<String> shortened = SearchWords.shortened(word);
        List<String> ways = new ArrayList<>();
        if (!shortened.isEmpty()) {
            ways.add(Question.word(SearchWords.SHORTENED + word));
            shortened.forEach(it -> ways.add(Question.word(SearchWords.SHORTENED + it)));
            shortened.forEach(it -> ways.add(Question.word(it)));
        }
        return ways;
    }

    /** For each part that is a word of letters in turn: the others as they are. */
    private static List<String> inCode(List<String> parts) {
        List<String> ways = new ArrayList<>();
        for (int at = 0; parts.size() > 1 && at < parts.size(); at++) {
            String part = parts.get(at);
            List<String> slips = Piece.isLetters(part) ? inLetters(part) : List.of();
            if (!slips.isEmpty()) {
                List<String> terms = new ArrayList<>(Question.parts(parts));
                terms.set(at, Question.either(slips));
                ways.add(Question.both(terms));
            }
        }
        return ways;
    }

    /** For each two neighbours in turn: all pairs as they are when these have changed places. */
    private static List<String> twoSwapped(List<String> characters) {
        List<String> ways = new ArrayList<>();
        for (int at = 0; at + 1 < characters.size(); at++) {
            List<String> meant = new ArrayList<>(characters);
            Collections.swap(meant, at, at + 1);
            ways.add(Question.both(
                    SearchWords.pairs(meant).stream().map(Question::word).toList()));
        }
        return ways;
    }

    /**
     * For each character in turn: all pairs that it is not in, and what then stands alone. Names that have one more or one
     * less there hold these, too.
     */
    private static List<String> oneCharacterWrong(List<String> characters) {
        int count = characters.size();
        List<String> ways = new ArrayList<>();
        for (int wrong = 0; wrong < count; wrong++) {
            List<String> terms = new ArrayList<>();
            for (int i = 0; i + 1 < count; i++) {
                if (i != wrong && i + 1 != wrong) {
                    terms.add(Question.word(characters.get(i) + characters.get(i + 1)));
                }
            }
            if (wrong == 1) {
                terms.add(Question.word(characters.getFirst()));
            }
            if (wrong == count - 2) {
                terms.add(Question.word(characters.getLast()));
            }
            ways.add(Question.both(terms));
        }
        return ways;
    }

    /** Two of three are there, and all are read as they should be. */
    private static Optional<String> oneReadAlike(List<String> characters) {
        List<List<String>> readings =
                characters.stream().map(it -> Readings.of(it.codePointAt(0))).toList();
        if (readings.stream().anyMatch(List::isEmpty)) {
            return Optional.empty();
        }
        String first = Question.word(characters.getFirst());
        String last = Question.word(characters.getLast());
        List<String> there = new ArrayList<>(
                SearchWords.pairs(characters).stream().map(Question::word).toList());
        there.add(Question.both(List.of(first, last)));
        return Optional.of(Question.both(List.of(
                Question.either(there),
                beside(readings.get(0), readings.get(1)),
                beside(readings.get(1), readings.get(2)))));
    }

    private static String beside(List<String> readings, List<String> next) {
        return Question.either(readings.stream()
                .flatMap(one -> next.stream().map(other -> one + SearchWords.BETWEEN + other))
                .map(pair -> Question.word(SearchWords.READING + pair))
                .toList());
    }

    private static String pairs(List<String> syllables) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i + 1 < syllables.size(); i++) {
            String pair = SearchWords.READING + syllables.get(i) + SearchWords.BETWEEN + syllables.get(i + 1);
            terms.add(Question.word(pair));
        }
        return Question.both(terms);
    }

    /** Rows of whole syllables, two at least, that are one slip away from these letters; of very many the shortest rows. */
    static List<List<String>> readings(String letters) {
        if (letters.length() < FEWEST_LETTERS_READ || letters.length() > MOST_CHARACTERS) {
            return List.of();
        }
        return oneAway(letters).stream()
                .flatMap(meant -> Pinyin.waysToReadWhole(meant).stream())
                .filter(way -> way.size() > 1)
                .distinct()
                .sorted(Comparator.comparingInt(List::size))
                .limit(MOST_READINGS)
                .toList();
    }

    /** Swapped letters first, being the commonest slip, then one too many, one missing or wrong. */
    private static Set<String> oneAway(String letters) {
        Set<String> all = new LinkedHashSet<>();
        int length = letters.length();
        for (int i = 0; i + 1 < length; i++) {
            all.add(letters.substring(0, i) + letters.charAt(i + 1) + letters.charAt(i) + letters.substring(i + 2));
        }
        for (int i = 0; i < length; i++) {
            all.add(letters.substring(0, i) + letters.substring(i + 1));
        }
        for (int i = 0; i <= length; i++) {
            for (char letter = 'a'; letter <= 'z'; letter++) {
                all.add(letters.substring(0, i) + letter + letters.substring(i));
                if (i < length) {
                    all.add(letters.substring(0, i) + letter + letters.substring(i + 1));
                }
            }
        }
        all.remove(letters);
        return all;
    }

    /** Whether the words differ by one slip at most. */
    static boolean isNear(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int from = 0;
        int shorter = Math.min(one.length(), other.length());
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        String left = one.substring(from);
        String right = other.substring(from);
        if (left.length() == right.length()) {
            boolean wrong = left.isEmpty() || left.substring(1).equals(right.substring(1));
            return wrong
                    || left.length() > 1
                            && left.charAt(0) == right.charAt(1)
                            && left.charAt(1) == right.charAt(0)
                            && left.substring(2).equals(right.substring(2));
        }
        return left.length() > right.length()
                ? left.substring(1).equals(right)
                : right.substring(1).equals(left);
    }
}
