package qiji.organization;

import qiji.platform.Words;
import qiji.records.HasWords;

/** Whether someone works here now. Nobody is ever deleted: what they did stays theirs. */
public enum UserState implements HasWords {
    ACTIVE("在职", "Active"),
    INACTIVE("已停用", "Inactive");

    private final Words words;

    UserState(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
