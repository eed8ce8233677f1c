package qiji.opportunity.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;

/**
 * What can be done with the items of an owner that the caller has locked, having said who writes. Throws NOT_FOUND,
 * STALE_VERSION, INVALID_FIELDS with all faults. [D7]
 */
public final class Scheduling<R extends UpdatableRecord<R>> {
    private static final int MOST = 500;
    private static final long NEW = 0;

    private final ScheduleStore<R> store;
    private final Clock clock;

    public Scheduling(ScheduleStore<R> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public long add(long ownerId, ItemDraft draft) {
        Map<Long, R> rows = store.rows(ownerId);
        R row = store.fresh(ownerId);
        List<FieldFault> faults = new ArrayList<>(unknown(draft.assigneeId(), null));
        if (rows.size() >= MOST) {
            faults.add(FieldFault.of("title", "too-many", Words.of("最多 500 项", "500 items at most")));
        }
        var after = judged(rows, item(NEW, draft), faults);
        store.fill(row, draft);
        store.fill(row, after.getFirst());
        return store.insert(row);
    }

    /** Its version afterwards. Later items that depend on it may move, too. */
    public int change(long ownerId, long itemId, ItemDraft draft) {
        Map<Long, R> rows = store.rows(ownerId);
        R row = found(rows, itemId, draft.version());
        var after = judged(rows, item(itemId, draft), unknown(draft.assigneeId(), store.assignee(row)));
        store.fill(row, draft);
        return save(rows, after, row);
    }

    /** The same of its days alone. */
    public int move(long ownerId, long itemId, ItemMove move) {
        Map<Long, R> rows = store.rows(ownerId);
        R row = found(rows, itemId, move.version());
        Schedule.Item now = store.item(row);
        LocalDate end = now.kind() == ItemKind.MILESTONE ? move.startsOn() : move.endsOn();
        var moved = new Schedule.Item(itemId, now.kind(), move.startsOn(), end, now.doneOn(), now.dependsOn());
        return save(rows, judged(rows, moved, List.of()), row);
    }

    public void remove(long ownerId, long itemId, @Nullable Integer version) {
        store.delete(found(store.rows(ownerId), itemId, version));
    }

    /** The days planned now are those that slips are measured against. When: another than the first asks for a reason. */
    public Instant baseline(long ownerId, @Nullable Instant before, @Nullable String reason) {
        if (before != null && (reason == null || reason.isBlank())) {
            throw Problem.invalid(List.of(FieldFault.required("reason")));
        }
        store.baseline(ownerId);
        return clock.instant();
    }

    private int save(Map<Long, R> rows, List<Schedule.Item> after, R row) {
        for (Schedule.Item item : after) {
            R one = Objects.requireNonNull(rows.get(item.id()));
            store.fill(one, item);
            store.save(one);
        }
        return store.version(row);
    }

    private List<Schedule.Item> judged(Map<Long, R> rows, Schedule.Item item, List<FieldFault> faults) {
        Schedule schedule = new Schedule(rows.values().stream().map(store::item).toList());
        var outcome = schedule.with(item, LocalDate.now(clock.withZone(Time.ZONE)));
        List<FieldFault> all = new ArrayList<>(faults);
        if (outcome instanceof Schedule.Outcome.Refused(var more)) {
            all.addAll(more);
        }
        if (!all.isEmpty()) {
            throw Problem.invalid(all);
        }
        return ((Schedule.Outcome.Changed) outcome).items();
    }

    private R found(Map<Long, R> rows, long itemId, @Nullable Integer version) {
        R row = rows.get(itemId);
        if (row == null) {
            throw Problem.notFound();
        }
        if (version != null && version != store.version(row)) {
            throw Problem.stale(store.version(row));
        }
        return row;
    }

    private static Schedule.Item item(long id, ItemDraft draft) {
        LocalDate end =
                draft.kind() == ItemKind.MILESTONE || draft.endsOn() == null ? draft.startsOn() : draft.endsOn();
        return new Schedule.Item(id, draft.kind(), draft.startsOn(), end, draft.doneOn(), draft.predecessorId());
    }

    /** Somebody new must be at work still. */
    private List<FieldFault> unknown(@Nullable Long assignee, @Nullable Long before) {
        return assignee == null || assignee.equals(before) || store.isActive(assignee)
                ? List.of()
                : List.of(FieldFault.of("assigneeId", "unknown", Words.of("没有这位在职用户", "There is no such active user")));
    }
}
