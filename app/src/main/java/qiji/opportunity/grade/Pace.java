package qiji.opportunity.grade;

import qiji.platform.Words;
import qiji.records.HasWords;

/** How often a duty is to be done; each time by Sunday, 24:00. [D3 D8] */
public enum Pace implements HasWords {
    WEEKLY("每周", "every week", 1),
    FORTNIGHTLY("每两周", "every two weeks", 2),
    FOUR_WEEKLY("每四周", "every four weeks", 4),
    NONE("不要求", "not asked for", 0);

    private final Words words;
    private final int weeks;

    Pace(String zh, String en, int weeks) {
        this.words = Words.of(zh, en);
        this.weeks = weeks;
    }

    /** 0 where nothing is asked for. */
    public int weeks() {
        return weeks;
    }

    @Override
    public Words words() {
        return words;
    }
}
