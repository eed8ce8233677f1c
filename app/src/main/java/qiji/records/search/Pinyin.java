package qiji.records.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What letters mean as pinyin, without tones; ü is v, as on keyboards. */
final class Pinyin {
    private static final int MOST_WAYS = 12;
    private static final int MOST_TRIED = 200;
    private static final int NEVER = 1000;
    private static final int LONGEST = 40;
    private static final int LONGEST_SYLLABLE = 6;
    private static final Pattern INITIAL = Pattern.compile("[bpmfdtnlgkhjqxrzcsyw]|[zcs]h");
    private static final Set<String> SYLLABLES = Readings.syllables();
    private static final Set<String> BEGUN = new HashSet<>();

    static {
        for (String syllable : SYLLABLES) {
            for (int to = 1; to <= syllable.length(); to++) {
                BEGUN.add(syllable.substring(0, to));
            }
        }
    }

    private Pinyin() {}

    /** A whole one; a single letter is taken for the beginning of one, as in the initials of 安阳. */
    static boolean isSyllable(String letters) {
        return letters.length() > 1 && SYLLABLES.contains(letters);
    }

    /**
     * How letters may be meant, likeliest first: each a list of whole syllables and initials, the last one perhaps begun
     * only. {@code hwjs} is h w j s, {@code huaweij} hua wei j, {@code xian} xian or xi an.
     */
    static List<List<String>> waysToRead(String letters) {
        if (letters.length() > LONGEST) {
            return List.of();
        }
        List<List<String>> likely = new ArrayList<>(likely(letters, (from, to) -> isUnit(letters, from, to)));
        List<String> initials = List.of(letters.split(""));
        if (!likely.contains(initials) && BEGUN.containsAll(initials)) {
            likely.add(initials);
        }
        return likely;
    }

    /** How letters may be meant, likeliest first, where nothing is left out: each a list of whole syllables. */
    static List<List<String>> waysToReadWhole(String letters) {
        return letters.length() > LONGEST
                ? List.of()
                : likely(letters, (from, to) -> isSyllable(letters.substring(from, to)));
    }

    private static List<List<String>> likely(String letters, Unit unit) {
        int[] fewest = fewest(letters, unit);
        List<List<String>> ways = new ArrayList<>();
        read(letters, 0, fewest, fewest[0] + 1, unit, new ArrayList<>(), ways);
        return ways.stream()
                .sorted(Comparator.comparingInt(List::size))
                .limit(MOST_WAYS)
                .toList();
    }

    /** Whether the letters between two places can be meant as one. */
    private interface Unit {
        boolean isAt(int from, int to);
    }

    /** Of how few units the letters from each place on can be made; very many where they cannot. */
    private static int[] fewest(String letters, Unit unit) {
        int length = letters.length();
        int[] fewest = new int[length + 1];
        for (int from = length - 1; from >= 0; from--) {
            fewest[from] = NEVER;
            for (int to = Math.min(length, from + LONGEST_SYLLABLE); to > from; to--) {
                if (fewest[to] + 1 < fewest[from] && unit.isAt(from, to)) {
                    fewest[from] = fewest[to] + 1;
                }
            }
        }
        return fewest;
    }

    private static boolean isUnit(String letters, int from, int to) {
        String unit = letters.substring(from, to);
        return SYLLABLES.contains(unit)
                || (to == letters.length()
                        ? BEGUN.contains(unit)
                        : INITIAL.matcher(unit).matches());
    }

    /** Those of at most {@code most} units, longest units first. */
    private static void read(
            String letters, int from, int[] fewest, int most, Unit unit, List<String> units, List<List<String>> ways) {
        if (from == letters.length()) {
            ways.add(List.copyOf(units));
            return;
        }
        for (int to = Math.min(letters.length(), from + LONGEST_SYLLABLE); to > from; to--) {
            boolean isShort = units.size() + 1 + fewest[to] <= most;
            if (isShort && ways.size() < MOST_TRIED && unit.isAt(from, to)) {
                units.add(letters.substring(from, to));
                read(letters, to, fewest, most, unit, units, ways);
                units.removeLast();
            }
        }
    }
}
