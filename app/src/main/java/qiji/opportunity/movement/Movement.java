package qiji.opportunity.movement;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;
import qiji.records.HasWords;

/** What happened to an opportunity between two days, by which the amount of the pipeline grew or shrank. [D17] */
enum Movement implements HasWords {
    /** Not yet there on the first day. */
    NEW("新增", "New", Side.CREATED),
    /** Deferred or closed on the first day, open on the second. */
    REOPENED("重新打开", "Reopened", Side.STATUS),
    /** Expected to be signed after the period on the first day, within it on the second. */
    PULLED_IN("提前进入", "Pulled in", Side.SIGNED),
    /** Open on both days, meant by the filter, or seen by the viewer, only on the second. */
    ENTERED("转入", "Moved in", null),
    GROWN("增额", "Grown", Side.AMOUNT),
    SHRUNK("减额", "Shrunk", Side.AMOUNT),
    WON("赢单", "Won", Side.STATUS),
    LOST("失败", "Lost", Side.STATUS),
    /** Deferred, abandoned or found invalid. */
    DROPPED("退出", "Dropped", Side.STATUS),
    /** Expected to be signed within the period on the first day, after it on the second. */
    SLIPPED("推迟移出", "Slipped", Side.SIGNED),
    /** Open on both days, meant by the filter, or seen by the viewer, only on the first. */
    LEFT("转出", "Moved out", null),
    UNCHANGED("未变", "Unchanged", null);

    private final Words words;
    private final @Nullable String field;

    Movement(String zh, String en, @Nullable String field) {
        words = Words.of(zh, en);
        this.field = field;
    }

    /** The field that tells it, without which it is not told; null if it needs none. */
    @Nullable
    String field() {
        return field;
    }

    /** Those that have a bar: all but what has not changed. */
    static List<Movement> told() {
        return Arrays.stream(values()).filter(each -> each != UNCHANGED).toList();
    }

    @Override
    public Words words() {
        return words;
    }
}
