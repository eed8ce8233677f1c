package qiji.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;

/** The days of the past over which a draft is tried, both included. */
record TrialSpan(LocalDate from, LocalDate to) {
    private static final int MOST_YEARS = 10;

    /** Throws INVALID_FIELDS. */
    static TrialSpan of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        List<FieldFault> faults = new ArrayList<>();
        if (from == null) {
            faults.add(FieldFault.required("from"));
        } else {
            faults.addAll(Time.far(Map.of("from", from)));
        }
        if (to == null) {
            faults.add(FieldFault.required("to"));
        } else if (to.isAfter(today)) {
            faults.add(FieldFault.of("to", "in-future", Words.of("日期不能晚于今天", "The day must not be after today")));
        }
        if (from != null && to != null && from.isAfter(to)) {
            faults.add(FieldFault.of("from", "after-end", Words.of("开始晚于结束", "It begins after its end")));
        }
        if (from != null
                && to != null
                && faults.isEmpty()
                && from.plusYears(MOST_YEARS).isBefore(to)) {
            faults.add(FieldFault.of(
                    "from", "too-long", Words.of("最多 %s 年", "At most %s years").with(MOST_YEARS)));
        }
        if (from == null || to == null || !faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new TrialSpan(from, to);
    }
}
