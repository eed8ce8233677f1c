package qiji.approval;

import qiji.platform.Words;

/** How many of those asked at one level have to approve. One who does not is enough to stop it. [D9] */
public enum Mode {
    ANY("任一人同意", "Any of them"),
    ALL("全部同意", "All of them"),
    TURN("依次同意", "One after the other");

    private final Words words;

    Mode(String zh, String en) {
        words = Words.of(zh, en);
    }

    public Words words() {
        return words;
    }
}
