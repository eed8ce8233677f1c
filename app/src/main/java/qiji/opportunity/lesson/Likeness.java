package qiji.opportunity.lesson;

import qiji.platform.Words;
import qiji.records.HasWords;

/**
 * By what a lesson is like an open opportunity, and how much that weighs: the same product teaches most, the same competitor
 * nearly as much; the reason is that for which the opportunity itself was lost before it was re-opened. [D12]
 */
enum Likeness implements HasWords {
    PRODUCT("相同产品", "Same product", 4, "lines"),
    COMPETITOR("相同对手", "Same competitor", 3, "rivals"),
    INDUSTRY("相同行业", "Same industry", 2, "customer"),
    REASON("相同失败原因", "Same reason for loss", 1, "lostReason");

    private final Words words;
    final int weight;
    /** The field of the opportunity that it tells of: who may not read that is told nothing of it. */
    final String field;

    Likeness(String zh, String en, int weight, String field) {
        this.words = Words.of(zh, en);
        this.weight = weight;
        this.field = field;
    }

    @Override
    public Words words() {
        return words;
    }
}
