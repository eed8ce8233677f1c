package qiji.opportunity.rival;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import db.opportunity.tables.OpportunityTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;

/** The days of closing that are asked about, both included; null for any. */
record ClosingSpan(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** Throws INVALID_FIELDS with all faults. */
    static ClosingSpan of(@Nullable LocalDate from, @Nullable LocalDate to) {
        Map<String, @Nullable LocalDate> days = new LinkedHashMap<>();
        days.put("from", from);
        days.put("to", to);
        List<FieldFault> faults = Time.far(days);
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(FieldFault.of(
                    "to", "before-begin", Words.of("结束日期不能早于开始日期", "The last day must not be before the first")));
        }
        mustHaveNone(faults);
        return new ClosingSpan(from, to);
    }

    /** Who may not read the day of closing must not find it out by asking. Throws INVALID_FIELDS. */
    void mustBeReadable(boolean readable) {
        List<FieldFault> faults = new ArrayList<>();
        if (!readable && from != null) {
            faults.add(hidden("from"));
        }
        if (!readable && to != null) {
            faults.add(hidden("to"));
        }
        mustHaveNone(faults);
    }

    /** Those closed within it, and the open ones, which have no such day. */
    Condition with(OpportunityTable o) {
        if (from == null && to == null) {
            return noCondition();
        }
        Condition begun = from == null ? noCondition() : o.CLOSED_ON.ge(from);
        Condition ended = to == null ? noCondition() : o.CLOSED_ON.le(to);
        return o.STATUS.eq(inline(OpportunityStatus.OPEN.name())).or(begun.and(ended));
    }

    private static FieldFault hidden(String field) {
        return FieldFault.of(field, "not-readable", Words.of("您看不到关闭日期", "You may not read the day of closing"));
    }

    private static void mustHaveNone(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
