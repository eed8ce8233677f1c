package qiji.opportunity.history;

import static db.opportunity.Tables.OPPORTUNITY_VERSION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.Words;

/**
 * One step in the life of a row that keeps versions: a version began, one ended, or one followed another. The first has
 * no {@code before}, the last no {@code after}. {@code source} names the table.
 */
record Difference(
        String source,
        Instant at,
        long by,
        @Nullable String via,
        @Nullable String reason,
        @Nullable Record before,
        @Nullable Record after) {
    private static final String WOKEN = "wake-up date reached";

    /** The step's row: as it became, or as it was when it was taken away. */
    Record row() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    boolean isOf(Table<?> versions) {
        return source.equals(versions.getName());
    }

    boolean isOfSameRow(Difference other) {
        return source.equals(other.source)
                && Objects.equals(row().get("id"), other.row().get("id"));
    }

    /** Whether the opportunity ended, however it did. */
    boolean ends() {
        Object status = isOf(OPPORTUNITY_VERSION) ? after(OPPORTUNITY_VERSION.STATUS) : null;
        return status instanceof String code
                && OpportunityStatus.valueOf(code).isClosed()
                && !status.equals(before(OPPORTUNITY_VERSION.STATUS));
    }

    /** What the system gives as its reason is told in the reader's language. */
    @Nullable
    String why() {
        return WOKEN.equals(reason)
                ? Words.of("到了唤醒日期", "The wake-up date has come").here()
                : reason;
    }

    /** Why a row was taken away is not kept with it. */
    boolean knowsReason() {
        return after != null;
    }

    @Nullable
    Object before(Field<?> field) {
        return before == null ? null : before.get(field.getName());
    }

    @Nullable
    Object after(Field<?> field) {
        return after == null ? null : after.get(field.getName());
    }

    /**
     * The steps at or after {@code from} and before {@code until} that the versions of rows tell. Versions that ended at
     * or after {@code from} must be among them, so that each step has what was before it.
     */
    static List<Difference> between(String source, Instant from, Instant until, Collection<? extends Record> versions) {
        Map<Object, List<Record>> byRow = new HashMap<>();
        versions.forEach(version ->
                byRow.computeIfAbsent(version.get("id"), _ -> new ArrayList<>()).add(version));
        List<Difference> steps = new ArrayList<>();
        byRow.values().forEach(row -> addSteps(source, row, steps));
        return steps.stream()
                .filter(step -> !step.at().isBefore(from) && step.at().isBefore(until))
                .sorted(Comparator.comparing(Difference::at))
                .toList();
    }

    private static void addSteps(String source, List<Record> versions, List<Difference> steps) {
        versions.sort(Comparator.comparing(Difference::start));
        Record before = null;
        for (Record version : versions) {
            boolean follows = before != null && start(version).equals(end(before));
            steps.add(new Difference(
                    source,
                    start(version),
                    version.get("changed_by", Long.class),
                    version.get("changed_via", String.class),
                    version.get("reason", String.class),
                    follows ? before : null,
                    version));
            before = version;
        }
        Instant end = before == null ? null : end(before);
        if (before != null && end != null) {
            steps.add(new Difference(source, end, before.get("ended_by", Long.class), null, null, before, null));
        }
    }

    private static Instant start(Record version) {
        return version.get("valid_from", Instant.class);
    }

    private static @Nullable Instant end(Record version) {
        return version.get("valid_to", Instant.class);
    }
}
