package qiji.opportunity.movement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;

/**
 * Of which two moments the pipelines are compared, {@code after} null for now; of the open ones that {@code filter} means
 * and that are expected to be signed in a period, open at either end.
 */
record Comparison(
        Instant before,
        @Nullable Instant after,
        @Nullable LocalDate signedFrom,
        @Nullable LocalDate signedTo,
        @Nullable String filter) {

    /** Of the ends of two days; {@code until} null for today. Throws INVALID_FIELDS with all faults. */
    static Comparison of(
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate signedFrom,
            @Nullable LocalDate signedTo,
            @Nullable String filter,
            Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(Time.ZONE));
        LocalDate to = until == null ? today : until;
        List<FieldFault> faults = new ArrayList<>();
        if (to.isAfter(today)) {
            faults.add(FieldFault.of("to", "in-future", Words.of("日期不能晚于今天", "The day must not be after today")));
        }
        if (!from.isBefore(to)) {
            faults.add(FieldFault.of(
                    "from", "not-before", Words.of("开始日期必须早于结束日期", "The first day must be before the second")));
        }
        if (signedFrom != null && signedTo != null && signedTo.isBefore(signedFrom)) {
            faults.add(FieldFault.of(
                    "signedTo",
                    "before-begin",
                    Words.of("签约期间的结束早于开始", "The period of signing ends before it begins")));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new Comparison(
                Time.lastMomentOf(from), to.equals(today) ? null : Time.lastMomentOf(to), signedFrom, signedTo, filter);
    }

    boolean hasPeriod() {
        return signedFrom != null || signedTo != null;
    }
}
