package qiji.opportunity;

import qiji.platform.Words;
import qiji.records.HasWords;

/**
 * How widely an opportunity may be talked about. [S12] {@code INTERNAL} reminds that no outsider may hear of it; {@code
 * CONFIDENTIAL} is also closed to colleagues, but for its owner, its team, whom it was shared with, and a right of its own.
 */
public enum Secrecy implements HasWords {
    NORMAL("普通", "Normal"),
    INTERNAL("内部", "Internal"),
    CONFIDENTIAL("机密", "Confidential");

    private final Words words;

    Secrecy(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
