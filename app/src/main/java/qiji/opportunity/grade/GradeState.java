package qiji.opportunity.grade;

import qiji.platform.Words;
import qiji.records.HasWords;

/** How far the confirmation of a grade has come. [D3] */
public enum GradeState implements HasWords {
    CONFIRMED("已确认", "Confirmed"),
    /** Somebody is asked. */
    AWAITING("待确认", "Awaiting confirmation"),
    /** Sent back or refused: the owner mends it and sends it again. */
    RETURNED("已退回", "Returned"),
    WITHDRAWN("已撤回", "Withdrawn"),
    /** Nobody is asked yet, or there is nobody to ask. */
    UNSENT("未送出", "Not sent");

    private final Words words;

    GradeState(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
