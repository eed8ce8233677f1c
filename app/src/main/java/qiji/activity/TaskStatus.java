package qiji.activity;

import qiji.platform.Words;
import qiji.records.HasWords;

/** How a task stands. [E2] */
public enum TaskStatus implements HasWords {
    OPEN("待办", "Open"),
    DONE("已完成", "Done"),
    CANCELLED("已取消", "Cancelled");

    private final Words words;

    TaskStatus(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
