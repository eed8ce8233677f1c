package qiji.opportunity.risk;

import qiji.platform.Words;
import qiji.records.HasWords;

/** How a risk stands. */
public enum RiskState implements HasWords {
    OPEN("未应对", "Open"),
    MITIGATED("已缓解", "Mitigated"),
    OCCURRED("已发生", "Occurred"),
    CLOSED("已关闭", "Closed");

    private final Words words;

    RiskState(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
