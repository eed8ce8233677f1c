package qiji.opportunity.rival;

import qiji.platform.Words;
import qiji.records.HasWords;

/** How much a rival endangers an opportunity. [D11] */
public enum Threat implements HasWords {
    LOW("低", "Low"),
    MEDIUM("中", "Medium"),
    HIGH("高", "High");

    private final Words words;

    Threat(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
