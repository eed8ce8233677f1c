package qiji.activity;

import qiji.platform.Words;
import qiji.records.HasWords;

/** How urgent a task is. [E2] */
public enum TaskPriority implements HasWords {
    HIGH("高", "High"),
    NORMAL("普通", "Normal"),
    LOW("低", "Low");

    private final Words words;

    TaskPriority(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
