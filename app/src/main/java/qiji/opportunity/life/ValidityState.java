package qiji.opportunity.life;

import qiji.platform.Words;
import qiji.records.HasWords;

/** Whether an opportunity is valid (有效商机). A waived one passes gates but does not count as valid. [S7] */
public enum ValidityState implements HasWords {
    VALID("有效", "Valid"),
    WAIVED("有效（豁免）", "Valid (waived)"),
    NOT_VALID("未有效", "Not valid yet");

    private final Words words;

    ValidityState(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
