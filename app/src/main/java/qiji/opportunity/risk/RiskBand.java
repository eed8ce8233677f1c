package qiji.opportunity.risk;

import qiji.platform.Words;
import qiji.records.HasWords;

/** How much a risk weighs, by {@link RiskRule}. From light to heavy. [D6] */
public enum RiskBand implements HasWords {
    LOW("低", "Low"),
    MEDIUM("中", "Medium"),
    HIGH("高", "High"),
    CRITICAL("极高", "Critical");

    private final Words words;

    RiskBand(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
