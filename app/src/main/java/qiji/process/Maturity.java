package qiji.process;

import qiji.platform.Words;
import qiji.records.HasWords;

/** How ripe an opportunity is: the life that every opportunity goes through, whatever its process. [S4] */
public enum Maturity implements HasWords {
    POTENTIAL("潜在", "Potential"),
    VALID("有效", "Valid"),
    FEASIBLE("可行", "Feasible"),
    TARGET("目标", "Target"),
    SUCCESS("成功", "Success");

    private final Words words;

    Maturity(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
