package qiji.opportunity.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Words;

/**
 * Items that wait for one another: each begins after what it depends on has ended, a milestone on that very day at the
 * earliest. What is done waits for nobody and keeps nobody waiting. [D7]
 */
public final class Schedule {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    /** What the rules need to know of an item. */
    public record Item(
            long id,
            ItemKind kind,
            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable LocalDate doneOn,
            @Nullable Long dependsOn) {

        Item from(LocalDate day) {
            long days = ChronoUnit.DAYS.between(startsOn, endsOn);
            return new Item(id, kind, day, day.plusDays(days), doneOn, dependsOn);
        }

        /** Null if it waits for nothing. */
        @Nullable
        LocalDate earliestAfter(@Nullable Item before) {
            if (before == null || before.doneOn != null || doneOn != null) {
                return null;
            }
            return kind == ItemKind.MILESTONE ? before.endsOn : before.endsOn.plusDays(1);
        }
    }

    /** What came of changing an item. */
    public sealed interface Outcome {
        /** The item, and those that had to make way for it, each as long as it was. */
        record Changed(List<Item> items) implements Outcome {}

        record Refused(List<FieldFault> faults) implements Outcome {}
    }

    private final Map<Long, Item> items = new LinkedHashMap<>();

    public Schedule(List<Item> items) {
        items.forEach(item -> this.items.put(item.id(), item));
    }

    /** With {@code item} as it is now, new or not; later ones that depend on it are moved as far as they must. */
    public Outcome with(Item item, LocalDate today) {
        Map<Long, Item> after = new LinkedHashMap<>(items);
        after.put(item.id(), item);
        List<FieldFault> faults = faults(item, after, today);
        return faults.isEmpty() ? new Outcome.Changed(pushed(item, after)) : new Outcome.Refused(faults);
    }

    /** Whether it is a day that anybody can mean. */
    public static boolean isPlannable(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    public static FieldFault outOfRange(String field) {
        return fault(field, "out-of-range", "日期应在 2000 年至 2100 年之间", "Must be from 2000 to 2100");
    }

    private static List<FieldFault> faults(Item item, Map<Long, Item> after, LocalDate today) {
        List<FieldFault> faults = new ArrayList<>();
        if (!isPlannable(item.startsOn)) {
            faults.add(outOfRange("startsOn"));
        }
        if (item.endsOn.isBefore(item.startsOn)) {
            faults.add(fault("endsOn", "before-start", "结束日期不能早于开始日期", "Must not be before the start"));
        } else if (!isPlannable(item.endsOn)) {
            faults.add(outOfRange("endsOn"));
        }
        if (item.doneOn != null && (item.doneOn.isAfter(today) || item.doneOn.isBefore(FIRST))) {
            faults.add(fault("doneOn", "in-future", "完成日期不能晚于今天", "Must not be after today"));
        }
        if (item.dependsOn != null) {
            waiting(item, after, faults);
        }
        return faults;
    }

    private static void waiting(Item item, Map<Long, Item> after, List<FieldFault> faults) {
        Item before = after.get(item.dependsOn);
        if (before == null) {
            faults.add(fault("predecessorId", "unknown", "计划中没有这一项", "The plan has no such item"));
            return;
        }
        if (isInCircle(item, after)) {
            faults.add(fault("predecessorId", "circle", "前置项不能互相依赖", "Items cannot wait for one another in a circle"));
            return;
        }
        LocalDate earliest = item.earliestAfter(before);
        if (earliest != null && item.startsOn.isBefore(earliest)) {
            Words words = Words.of("前置项结束后才能开始，最早 %s", "What it depends on ends later: %s at the earliest");
            faults.add(new FieldFault(
                    "startsOn",
                    "before-predecessor",
                    words.with(earliest.toString()).here()));
        }
    }

    private static boolean isInCircle(Item item, Map<Long, Item> after) {
        Set<Long> passed = new HashSet<>();
        for (Item here = item; here != null && here.dependsOn != null; here = after.get(here.dependsOn)) {
            if (!passed.add(here.id)) {
                return true;
            }
        }
        return false;
    }

    private static List<Item> pushed(Item first, Map<Long, Item> after) {
        Map<Long, Item> changed = new LinkedHashMap<>(Map.of(first.id, first));
        Deque<Item> moved = new ArrayDeque<>(List.of(first));
        while (!moved.isEmpty()) {
            Item before = moved.removeFirst();
            for (Item item : List.copyOf(after.values())) {
                LocalDate earliest = Objects.equals(item.dependsOn, before.id) ? item.earliestAfter(before) : null;
                if (earliest != null && item.startsOn.isBefore(earliest)) {
                    Item later = item.from(earliest);
                    after.put(later.id, later);
                    changed.put(later.id, later);
                    moved.add(later);
                }
            }
        }
        return List.copyOf(changed.values());
    }

    private static FieldFault fault(String field, String code, String zh, String en) {
        return FieldFault.of(field, code, Words.of(zh, en));
    }
}
