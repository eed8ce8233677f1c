package qiji.opportunity.risk;

import qiji.platform.Words;
import qiji.records.HasWords;

/** How much a risk weighs: probability × impact, each 1 to 5. [D6] */
public enum RiskBand implements HasWords {
    LOW("低", "Low", 4),
    MEDIUM("中", "Medium", 9),
    HIGH("高", "High", 15),
    CRITICAL("极高", "Critical", 25);

    private final Words words;
    private final int most;

    RiskBand(String zh, String en, int most) {
        this.words = Words.of(zh, en);
        this.most = most;
    }

    public static RiskBand of(int probability, int impact) {
        int weight = probability * impact;
        for (RiskBand band : values()) {
            if (weight <= band.most) {
                return band;
            }
        }
        throw new IllegalArgumentException("probability and impact are from 1 to 5");
    }

    @Override
    public Words words() {
        return words;
    }
}
