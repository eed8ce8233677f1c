package qiji.records.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.records.search.Likeness.Degree;

/** A Latin word and pinyin typed in one go, as one types without an input method: {@code idctuoguan} for IDC托管. */
record Mixed(String latin, List<String> units, boolean isLatinFirst) {
    private static final int FEWEST_LETTERS = 2;
    private static final int SHORTEST_ALONE = 3;
    private static final int MOST_WAYS = 6;

    /** The likeliest ways, those with most pinyin; none where {@code letters} are pinyin through and through. */
    static List<Mixed> of(String letters, List<List<String>> readings) {
        List<Mixed> all = new ArrayList<>();
        if (readings.stream().anyMatch(Mixed::isWhole)) {
            return all;
        }
        for (int at = FEWEST_LETTERS; at <= letters.length() - FEWEST_LETTERS; at++) {
            add(letters.substring(0, at), letters.substring(at), true, all);
            add(letters.substring(at), letters.substring(0, at), false, all);
        }
        return all.stream()
                .sorted(Comparator.comparingInt(it -> it.latin.length()))
                .limit(MOST_WAYS)
                .toList();
    }

    private static void add(String latin, String rest, boolean isLatinFirst, List<Mixed> all) {
        Pinyin.waysToRead(rest).stream()
                .filter(units -> isWhole(units) && (units.size() > 1 || rest.length() >= SHORTEST_ALONE))
                .findFirst()
                .ifPresent(units -> all.add(new Mixed(latin, units, isLatinFirst)));
    }

    /** Syllables but for the last, which may be begun only. */
    private static boolean isWhole(List<String> units) {
        return units.stream().limit(units.size() - 1L).allMatch(Pinyin::isSyllable)
                && (units.size() > 1 || Pinyin.isSyllable(units.getFirst()));
    }

    /** Where a name holds both; null if it does not. */
    @Nullable
    Part in(String name) {
        Part read = Part.read(List.of(units), name, true);
        int at = name.indexOf(latin);
        if (read == null || at < 0) {
            return null;
        }
        int end = at + latin.length();
        boolean isBeside = isLatinFirst ? end == read.from() : read.to() == at;
        return isBeside
                ? new Part(Degree.READS, Math.min(at, read.from()), Math.max(end, read.to()))
                : new Part(Degree.READS, at, end);
    }
}
