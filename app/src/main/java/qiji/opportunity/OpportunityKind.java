package qiji.opportunity;

import qiji.platform.Words;
import qiji.records.HasWords;

/** Whether a customer needs something, or uses a competitor's service that we could replace. [S9] */
public enum OpportunityKind implements HasWords {
    DEMAND("需求类", "Demand"),
    COMPETITOR("竞争类", "Competitor");

    private final Words words;

    OpportunityKind(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
