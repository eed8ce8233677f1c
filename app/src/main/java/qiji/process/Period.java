package qiji.process;

import qiji.platform.Words;
import qiji.records.HasWords;

/** The four periods in the life of an opportunity, by its maturity. [S4] */
public enum Period implements HasWords {
    RECOGNITION("识别期", "Recognition"),
    DEVELOPMENT("发展期", "Development"),
    MATURITY("成熟期", "Maturity"),
    HARVEST("收获期", "Harvest");

    private final Words words;

    Period(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    public static Period of(Maturity maturity) {
        return switch (maturity) {
            case POTENTIAL -> RECOGNITION;
            case VALID -> DEVELOPMENT;
            case FEASIBLE, TARGET -> MATURITY;
            case SUCCESS -> HARVEST;
        };
    }

    @Override
    public Words words() {
        return words;
    }
}
