package qiji.competitor;

import qiji.platform.Words;
import qiji.records.HasWords;

/** What a competitor asks as a rule, beside what we ask. [D11] */
public enum PriceLevel implements HasWords {
    LOWER("低于我方", "Below ours"),
    SIMILAR("与我方相当", "Like ours"),
    HIGHER("高于我方", "Above ours");

    private final Words words;

    PriceLevel(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
