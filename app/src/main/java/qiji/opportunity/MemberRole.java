package qiji.opportunity;

import qiji.platform.Words;
import qiji.records.HasWords;

/** What a member of the virtual team does. All see the opportunity; all but readers work on it. [D8] */
public enum MemberRole implements HasWords {
    SALES("销售", "Sales"),
    SOLUTION("方案", "Solution"),
    DELIVERY("交付", "Delivery"),
    LEADER("领导", "Leader"),
    SUPPORT("支撑", "Support"),
    READER("只读", "Reader");

    private final Words words;

    MemberRole(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
