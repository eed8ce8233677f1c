package qiji.opportunity.movement;

import static db.opportunity.Tables.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.FieldAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.opportunity.SampleOpportunities;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.movement.Ledger.Standing;
import qiji.opportunity.movement.MovementQueries.MovedRow;
import qiji.platform.Problem;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** What became of the pipeline between two days, beside a plain-Java account of it. D17 */
@ModuleTest
class MovementTests {
    /** What moves no amount without a period. */
    private static final Set<Movement> MOVED = Set.of(Movement.SLIPPED, Movement.PULLED_IN);

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);
    private static final List<@Nullable LocalDate[]> PERIODS = List.of(
            new LocalDate[] {null, null}, new LocalDate[] {FIRST, LAST}, new LocalDate[] {null, LAST}, new LocalDate[] {
                FIRST, null
            });
    private static final String MARKED = "{\"field\":\"tags\",\"op\":\"is\",\"value\":\"重点\"}";
    private static final Set<OpportunityStatus> STAY_OPEN = Set.of(OpportunityStatus.OPEN, OpportunityStatus.DEFERRED);
    /** Half of them open, else any of the others. */
    private static final List<OpportunityStatus> STATUSES = Stream.concat(
                    Arrays.stream(OpportunityStatus.values()),
                    Stream.generate(() -> OpportunityStatus.OPEN).limit(4))
            .toList();

    @Autowired
    DSLContext jooq;

    @Autowired
    SampleData sample;

    @Autowired
    MovementQueries movements;

    @Autowired
    ApplicationContext beans;

    /** The end of one, and how all stood then. */
    private record Day(Instant moment, Map<Long, Standing> standings) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void barsAndTheirRecordsAreWhatHappened(long seed) {
        Random random = new Random(seed);
        long me = sample.user("Me");
        long other = sample.user("Other");
        Viewer viewer =
                SampleData.scoped(SampleData.viewer(me, "opportunity:read"), "opportunity", Scope.ofOwners(Set.of(me)));
        Map<Long, Standing> standings = new HashMap<>();
        List<Day> days = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            standings.replaceAll((id, was) -> random.nextInt(4) > 0 ? write(id, random, me, other) : was);
            for (int i = 0; i < 30; i++) {
                long id = insert(me);
                standings.put(id, write(id, random, me, other));
            }
            days.add(new Day(now(), Map.copyOf(standings)));
        }
        Set<Movement> met = EnumSet.noneOf(Movement.class);
        for (Day first : days.subList(0, 3)) {
            for (Day second : days.subList(days.indexOf(first) + 1, 4)) {
                Instant until = second == days.getLast() ? null : second.moment;
                for (LocalDate[] period : PERIODS) {
                    String filter = random.nextBoolean() ? null : MARKED;
                    Comparison wish = new Comparison(first.moment, until, period[0], period[1], filter);
                    met.addAll(check(new Ledger(me, wish, first.standings, second.standings), viewer));
                }
            }
        }
        assertThat(met).containsAll(Movement.told());
    }

    private long insert(long owner) {
        return new SampleOpportunities(beans).opportunity(owner, row -> row.setCreatedAt(now()));
    }

    private Standing write(long id, Random random, long me, long other) {
        OpportunityStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
        Standing now = new Standing(
                random.nextInt(6) == 0 ? other : me,
                status,
                random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(1, 4) * 100_000L, 2),
                random.nextInt(6) == 0 ? null : FIRST.plusMonths(random.nextInt(-3, 7)),
                random.nextInt(3) > 0);
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.OWNER_ID, now.owner())
                .set(OPPORTUNITY.STATUS, status.name())
                .set(OPPORTUNITY.CLOSED_ON, STAY_OPEN.contains(status) ? null : LocalDate.EPOCH)
                .set(OPPORTUNITY.WAKE_UP_ON, status == OpportunityStatus.DEFERRED ? LAST : null)
                .set(OPPORTUNITY.LOST_REASON, status == OpportunityStatus.LOST ? "PRICE_TOO_HIGH" : null)
                .set(OPPORTUNITY.LOSS_SUMMARY, status == OpportunityStatus.LOST ? "价高" : null)
                .set(OPPORTUNITY.INVALID_CAUSE, status == OpportunityStatus.INVALID ? "WRONG" : null)
                .set(OPPORTUNITY.EXPECTED_AMOUNT, now.amount())
                .set(OPPORTUNITY.EXPECTED_SIGN_ON, now.signed())
                .set(OPPORTUNITY.TAGS, now.marked() ? new String[] {"重点"} : new String[] {})
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
        return now;
    }

    private Instant now() {
        return jooq.fetchSingle("select clock_timestamp()").get(0, Instant.class);
    }

    /** The movements behind which there were records. */
    private Set<Movement> check(Ledger ledger, Viewer viewer) {
        Comparison wish = ledger.wish();
        var entries = ledger.entries();
        var compared = movements.compare(wish, viewer);
        assertThat(compared.bars().stream().map(MovementQueries.Bar::movement)).isEqualTo(Movement.told());
        for (var bar : compared.bars()) {
            Map<Long, Ledger.Entry> behind = entries.getOrDefault(bar.movement(), Map.of());
            if (wish.hasPeriod() || !MOVED.contains(bar.movement())) {
                assertThat(behind(bar.movement(), wish, viewer))
                        .as(bar.movement() + " " + wish)
                        .isEqualTo(behind);
            }
            assertThat(bar.count()).isEqualTo(behind.size());
            assertThat(bar.effect())
                    .isEqualByComparingTo(behind.values().stream()
                            .map(Ledger.Entry::effect)
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        assertThat(compared.from().count()).isEqualTo(ledger.count(ledger.before()));
        assertThat(compared.from().amount()).isEqualByComparingTo(ledger.amount(ledger.before()));
        assertThat(compared.to().count()).isEqualTo(ledger.count(ledger.after()));
        assertThat(compared.to().amount()).isEqualByComparingTo(ledger.amount(ledger.after()));
        checkMoved(Movement.SLIPPED, compared.slipped(), ledger.moved(way -> way > 0), wish, viewer);
        checkMoved(Movement.PULLED_IN, compared.pulledIn(), ledger.moved(way -> way < 0), wish, viewer);
        return entries.keySet();
    }

    /** Without a period no bar tells it, but the records are told all the same. */
    private void checkMoved(
            Movement movement, @Nullable Long told, Map<Long, Ledger.Entry> moved, Comparison wish, Viewer viewer) {
        assertThat(told).isEqualTo((long) moved.size());
        if (!wish.hasPeriod()) {
            assertThat(behind(movement, wish, viewer)).isEqualTo(moved);
        }
    }

    private Map<Long, Ledger.Entry> behind(Movement movement, Comparison wish, Viewer viewer) {
        Map<Long, Ledger.Entry> entries = new HashMap<>();
        String after = null;
        do {
            var page = movements.behind(movement, wish, 7, after, viewer);
            page.rows()
                    .forEach(
                            row -> assertThat(entries.put(row.id(), entry(row))).isNull());
            after = page.next();
        } while (after != null);
        return entries;
    }

    private static Ledger.Entry entry(MovedRow row) {
        return new Ledger.Entry(
                row.statusBefore(),
                row.statusAfter(),
                row.amountBefore(),
                row.amountAfter(),
                row.signedBefore(),
                row.signedAfter(),
                row.gone(),
                Objects.requireNonNull(row.effect()).setScale(2));
    }

    @Test
    void countsWithoutAmountsForWhoMayNotReadThem() {
        long me = sample.user("Me");
        Viewer open =
                SampleData.scoped(SampleData.viewer(me, "opportunity:read"), "opportunity", Scope.ofOwners(Set.of(me)));
        Viewer blind = new Viewer(
                me,
                0,
                "Me",
                open.permissions(),
                open.scopes(),
                Map.of("opportunity.expectedAmount", FieldAccess.HIDDEN),
                false);
        Instant then = now();
        insert(me);
        var compared = movements.compare(new Comparison(then, null, null, null, null), blind);
        assertThat(compared.to().count()).isEqualTo(1);
        assertThat(compared.to().amount()).isNull();
        assertThat(movements
                        .behind(Movement.NEW, new Comparison(then, null, null, null, null), 10, null, blind)
                        .rows()
                        .getFirst()
                        .effect())
                .isNull();
    }

    @Test
    void refusesDaysInTheWrongOrder() {
        assertThatThrownBy(() -> Comparison.of(
                        LocalDate.of(2999, 1, 2), LocalDate.of(2999, 1, 1), LAST, FIRST, null, Clock.systemUTC()))
                .isInstanceOf(Problem.class);
    }
}
