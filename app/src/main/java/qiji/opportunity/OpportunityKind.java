package qiji.opportunity;

import qiji.platform.Words;

/** Whether a customer needs something, or uses a competitor's service that we could replace. [S9] */
public enum OpportunityKind {
    DEMAND("需求类", "Demand"),
    COMPETITOR("竞争类", "Competitor");

    private final Words words;

    OpportunityKind(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    public Words words() {
        return words;
    }
}
