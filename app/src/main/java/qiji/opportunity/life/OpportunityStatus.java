package qiji.opportunity.life;

import qiji.platform.Words;
import qiji.records.HasWords;

/** Where an opportunity stands in its life. Only open ones move between stages. [D12] */
public enum OpportunityStatus implements HasWords {
    OPEN("跟进中", "Open"),
    DEFERRED("暂缓", "Deferred"),
    WON("赢单", "Won"),
    LOST("失败", "Lost"),
    ABANDONED("放弃", "Abandoned"),
    INVALID("作废", "Invalid");

    private final Words words;

    OpportunityStatus(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }

    /** Won, lost, abandoned or invalid: only re-opening leads out of it. */
    public boolean isClosed() {
        return this != OPEN && this != DEFERRED;
    }
}
