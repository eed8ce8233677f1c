package qiji.opportunity.movement;

import qiji.platform.Words;
import qiji.records.HasWords;

/** What happened to an opportunity between two days, by which the amount of the pipeline grew or shrank. [D17] */
enum Movement implements HasWords {
    /** Not yet there on the first day. */
    NEW("新增", "New"),
    /** Deferred or closed on the first day, open on the second. */
    REOPENED("重新打开", "Reopened"),
    /** Expected to be signed after the period on the first day, within it on the second. */
    PULLED_IN("提前进入", "Pulled in"),
    /** Open on both days, meant by the filter, or seen by the viewer, only on the second. */
    ENTERED("转入", "Moved in"),
    GROWN("增额", "Grown"),
    SHRUNK("减额", "Shrunk"),
    WON("赢单", "Won"),
    LOST("失败", "Lost"),
    /** Deferred, abandoned or found invalid. */
    DROPPED("退出", "Dropped"),
    /** Expected to be signed within the period on the first day, after it on the second. */
    SLIPPED("推迟移出", "Slipped"),
    /** Open on both days, meant by the filter, or seen by the viewer, only on the first. */
    LEFT("转出", "Moved out"),
    UNCHANGED("未变", "Unchanged");

    private final Words words;

    Movement(String zh, String en) {
        words = Words.of(zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
