package qiji.opportunity.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiji.opportunity.schedule.Schedule.Item;
import qiji.opportunity.schedule.Schedule.Outcome;
import qiji.platform.FieldFault;

/** Items wait for one another, whatever is done to them. [D7] */
class ScheduleTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static Item step(long id, int from, int days, @Nullable Long dependsOn) {
        return new Item(id, ItemKind.STEP, TODAY.plusDays(from), TODAY.plusDays(from + days - 1), null, dependsOn);
    }

    @Test
    @DisplayName("[D7] who ends later pushes those that wait, each as long as it was")
    void pushesThoseThatWait() {
        Item last = new Item(3, ItemKind.MILESTONE, TODAY.plusDays(8), TODAY.plusDays(8), null, 2L);
        Schedule schedule = new Schedule(List.of(step(1, 0, 5, null), step(2, 5, 4, 1L), last));
        assertThat(schedule.with(step(1, 2, 5, null), TODAY))
                .isEqualTo(new Outcome.Changed(List.of(
                        step(1, 2, 5, null),
                        step(2, 7, 4, 1L),
                        new Item(3, ItemKind.MILESTONE, TODAY.plusDays(10), TODAY.plusDays(10), null, 2L))));
    }

    @Test
    @DisplayName("[D7] nothing begins before what it depends on has ended, and all faults are told at once")
    void refusesWhatCannotBe() {
        Schedule schedule = new Schedule(List.of(step(1, 0, 5, null), step(2, 5, 4, 1L)));
        assertThat(faults(schedule, step(2, 4, 4, 1L))).containsExactly("startsOn before-predecessor");
        assertThat(faults(schedule, step(1, 0, 5, 2L))).containsExactly("predecessorId circle");
        assertThat(faults(schedule, step(1, 0, 5, 1L))).containsExactly("predecessorId circle");
        Item wrong = new Item(9, ItemKind.STEP, TODAY, TODAY.minusDays(1), TODAY.plusDays(1), 77L);
        assertThat(faults(schedule, wrong))
                .containsExactly("endsOn before-start", "doneOn in-future", "predecessorId unknown");
        Item far = new Item(9, ItemKind.STEP, LocalDate.of(1999, 12, 31), LocalDate.of(2101, 1, 1), null, null);
        assertThat(faults(schedule, far)).containsExactly("startsOn out-of-range", "endsOn out-of-range");
    }

    @Test
    @DisplayName("[D7] what is done stays where it was, and keeps nobody waiting")
    void leavesWhatIsDone() {
        Item done = new Item(2, ItemKind.STEP, TODAY.minusDays(3), TODAY.minusDays(1), TODAY, 1L);
        Schedule schedule = new Schedule(List.of(step(1, -9, 5, null), done, step(3, 0, 1, 2L)));
        assertThat(schedule.with(step(1, -9, 30, null), TODAY))
                .isEqualTo(new Outcome.Changed(List.of(step(1, -9, 30, null))));
    }

    @Test
    @DisplayName("[D7] the slip is days by which it ends after its baseline, of all items the last one's")
    void measuresSlips() {
        assertThat(ItemView.slipOf(List.of(view(3, 5, null), view(9, 9, null)))).isZero();
        assertThat(ItemView.slipOf(List.of(view(3, 12, null), view(9, 9, null))))
                .isEqualTo(3);
        assertThat(ItemView.slipOf(List.of(view(3, 12, 2), view(9, 8, null)))).isEqualTo(-1);
        assertThat(ItemView.slipOf(List.of())).isNull();
    }

    private static ItemView view(int base, int ends, @Nullable Integer done) {
        LocalDate doneOn = done == null ? null : TODAY.plusDays(done);
        return new ItemView(
                1,
                0,
                ItemKind.STEP,
                "",
                null,
                null,
                TODAY,
                TODAY.plusDays(ends),
                TODAY,
                TODAY.plusDays(base),
                doneOn,
                null,
                0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("[D7] no sequence of changes leaves an item before what it waits for")
    void keepsItsPromise(long seed) {
        Random random = new Random(seed);
        Map<Long, Item> items = new HashMap<>();
        LongStream.rangeClosed(1, 12)
                .forEach(id -> items.put(id, step(id, random.nextInt(30), 1 + random.nextInt(9), null)));
        int changed = 0;
        for (int i = 0; i < 500; i++) {
            Item before = Objects.requireNonNull(items.get(1 + random.nextLong(12)));
            Item wished = wished(before, random);
            if (new Schedule(List.copyOf(items.values())).with(wished, TODAY) instanceof Outcome.Changed(var after)) {
                changed++;
                after.forEach(item -> {
                    if (item.id() != wished.id()) {
                        assertThat(length(item)).isEqualTo(length(Objects.requireNonNull(items.get(item.id()))));
                    }
                    items.put(item.id(), item);
                });
            }
            items.values().forEach(item -> holds(item, items));
        }
        assertThat(changed).isBetween(100, 490);
    }

    private static Item wished(Item item, Random random) {
        ItemKind kind = random.nextInt(4) == 0 ? ItemKind.MILESTONE : ItemKind.STEP;
        LocalDate from = item.startsOn().plusDays(random.nextInt(-5, 9));
        LocalDate to = kind == ItemKind.MILESTONE ? from : from.plusDays(random.nextInt(10));
        LocalDate done = random.nextInt(6) == 0 ? TODAY.minusDays(random.nextInt(5)) : null;
        Long dependsOn = random.nextInt(3) == 0 ? (Long) (1 + random.nextLong(12)) : item.dependsOn();
        return new Item(item.id(), kind, from, to, done, dependsOn);
    }

    private static void holds(Item item, Map<Long, Item> items) {
        Item here = item;
        for (int steps = 0; here.dependsOn() != null; steps++) {
            assertThat(steps).as("a circle").isLessThan(12);
            here = Objects.requireNonNull(items.get(here.dependsOn()));
        }
        Item before = item.dependsOn() == null ? null : items.get(item.dependsOn());
        if (before != null && before.doneOn() == null && item.doneOn() == null) {
            assertThat(item.startsOn()).isAfterOrEqualTo(before.endsOn());
            if (item.kind() == ItemKind.STEP) {
                assertThat(item.startsOn()).isAfter(before.endsOn());
            }
        }
    }

    private static long length(Item item) {
        return ChronoUnit.DAYS.between(item.startsOn(), item.endsOn());
    }

    private static List<String> faults(Schedule schedule, Item item) {
        List<String> told = new ArrayList<>();
        if (schedule.with(item, TODAY) instanceof Outcome.Refused(var faults)) {
            for (FieldFault fault : faults) {
                told.add(fault.field() + " " + fault.code());
            }
        }
        return told;
    }
}
