package qiji.activity;

import qiji.platform.Words;

/** How urgent a task is. [E2] */
public enum TaskPriority {
    HIGH("高", "High"),
    NORMAL("普通", "Normal"),
    LOW("低", "Low");

    private final Words words;

    TaskPriority(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    public Words words() {
        return words;
    }
}
