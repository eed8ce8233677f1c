package qiji.customer.duplicates;

import org.jspecify.annotations.Nullable;

/**
 * The one difference between two texts: at {@code at} a character is wrong, swapped with the next one, or, in the longer
 * of the two, one too many. {@code one} and {@code other} are the characters in question, {@code other} empty for one too many.
 */
record Slip(Kind kind, int at, String one, String other) {
    enum Kind {
        WRONG,
        MISSING,
        SWAPPED
    }

    /** Null if they are equal or differ by more. */
    static @Nullable Slip between(String one, String other) {
        if (one.length() < other.length()) {
            return between(other, one);
        }
        int at = 0;
        while (at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        if (one.length() > other.length()) {
            boolean missing =
                    one.length() == other.length() + 1 && one.substring(at + 1).equals(other.substring(at));
            return missing ? new Slip(Kind.MISSING, at, one.substring(at, at + 1), "") : null;
        }
        if (at == one.length()) {
            return null;
        }
        String left = one.substring(at);
        String right = other.substring(at);
        if (left.substring(1).equals(right.substring(1))) {
            return new Slip(Kind.WRONG, at, left.substring(0, 1), right.substring(0, 1));
        }
        boolean swapped = left.length() > 1
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && left.substring(2).equals(right.substring(2));
        return swapped ? new Slip(Kind.SWAPPED, at, left.substring(0, 2), right.substring(0, 2)) : null;
    }
}
