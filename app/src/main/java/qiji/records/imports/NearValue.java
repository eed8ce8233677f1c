package qiji.records.imports;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what someone probably meant: {@code GTX Pro} for {@code GTXPro}, {@code technology} for {@code technolgy}. */
final class NearValue {
    private static final int LONGEST = 200;

    private NearValue() {}

    /** Without width, case, spaces and marks: what is equal then was meant as the same. */
    static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Punct}\\p{IsPunctuation}\\s_]+", "");
    }

    /** The candidate that differs least; empty if all differ in more than a fifth of their letters. */
    static Optional<String> of(String value, Collection<String> candidates) {
        var wanted = normalized(value);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = wanted.length() < 4 ? 0 : Math.max(1, wanted.length() / 5);
        @Nullable String best = null;
        for (var candidate : candidates) {
            var other = normalized(candidate);
            if (Math.abs(other.length() - wanted.length()) <= allowed) {
                int distance = distance(wanted, other);
                if (distance < allowed || (distance == allowed && best == null)) {
                    best = candidate;
                    allowed = distance;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Letters to insert, remove, replace or swap with their neighbour. */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(one, other, i, j, cost);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(String one, String other, int i, int j, int[][] cost) {
        char a = one.charAt(i - 1);
        char b = other.charAt(j - 1);
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (a == b ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a == other.charAt(j - 2) && b == one.charAt(i - 2);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
