package qiji.project.life;

import qiji.platform.Words;
import qiji.records.HasWords;

/** Where a project stands; its opportunity is won all the while. [D12] */
public enum ProjectState implements HasWords {
    SET_UP("立项", "Set up"),
    RUNNING("执行中", "Under way"),
    COMPLETED("已完成", "Completed"),
    CLOSED("已关闭", "Closed");

    private final Words words;

    ProjectState(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
