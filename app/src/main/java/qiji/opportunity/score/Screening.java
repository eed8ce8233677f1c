package qiji.opportunity.score;

import qiji.platform.Words;
import qiji.records.HasWords;

/** What to do with an opportunity that was assessed, from the most to the least wanted. [D6] */
public enum Screening implements HasWords {
    PRIORITY("优先跟进", "Priority"),
    NORMAL("正常跟进", "Normal"),
    DEFER("暂缓跟进", "Defer"),
    ABANDON("放弃", "Abandon");

    private final Words words;

    Screening(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
