package qiji.customer.duplicates;

import java.util.List;

/** How likely two records are the same, 0 to 100, and what speaks for and against it. [B1] */
record Likeness(int score, List<Reason> reasons) {
    /** From here on two are taken for duplicates; less is only shown to who types a name. */
    static final int THRESHOLD = 80;

    enum Reason {
        SAME_CODE,
        SAME_NAME,
        SOUNDS_ALIKE,
        ONE_CHARACTER,
        PART_OF_NAME,
        SAME_PHONE,
        SAME_EMAIL,
        /** Against it: the codes of both are known and differ. */
        OTHER_CODE,
        /** Against it: they name different regions. */
        OTHER_REGION,
        /** Against it: the difference is a word that tells companies apart, such as a number or a trade. */
        TELLING_WORD
    }

    static final Likeness NONE = new Likeness(0, List.of());

    static Likeness of(int score, Reason... reasons) {
        return new Likeness(score, List.of(reasons));
    }

    boolean isDuplicate() {
        return score >= THRESHOLD;
    }
}
