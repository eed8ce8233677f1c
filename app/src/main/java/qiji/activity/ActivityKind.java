package qiji.activity;

import qiji.platform.Words;
import qiji.records.HasWords;

/** How a follow-up was done. [D10] */
public enum ActivityKind implements HasWords {
    CALL("电话", "Call"),
    VISIT("拜访", "Visit"),
    MEETING("会议", "Meeting"),
    MESSAGE("消息", "Message"),
    MAIL("邮件", "Mail"),
    DEMO("演示", "Demo"),
    BID("投标", "Bid");

    private final Words words;

    ActivityKind(String zh, String en) {
        this.words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
