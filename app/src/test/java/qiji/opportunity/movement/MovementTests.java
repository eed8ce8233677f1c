package qiji.opportunity.movement;

import static db.opportunity.Tables.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
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
import qiji.access.Writing;
import qiji.opportunity.SampleOpportunities;
import qiji.opportunity.movement.MovementQueries.MovedRow;
import qiji.platform.Problem;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** What became of the pipeline between two days, beside a plain-Java account of it. D17 */
@ModuleTest
class MovementTests {
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31);

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    SampleData sample;

    @Autowired
    MovementQueries movements;

    @Autowired
    ApplicationContext beans;

    /** How one opportunity stood; amounts in yuan. */
    private record Standing(
            long owner,
            String status,
            @Nullable BigDecimal amount,
            @Nullable LocalDate signed) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void barsAndTheirRecordsAreWhatHappened(long seed) {
        Random random = new Random(seed);
        long me = sample.user("Me");
        long other = sample.user("Other");
        Viewer viewer =
                SampleData.scoped(SampleData.viewer(me, "opportunity:read"), "opportunity", Scope.ofOwners(Set.of(me)));
        writing.by(Viewer.system("test"));
        Map<Long, Standing> before = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            long id = insert(me);
            before.put(id, write(id, random, me, other));
        }
        Instant then = now();
        Map<Long, Standing> after = new HashMap<>(before);
        before.keySet().forEach(id -> {
            if (random.nextInt(4) > 0) {
                after.put(id, write(id, random, me, other));
            }
        });
        for (int i = 0; i < 10; i++) {
            long id = insert(me);
            after.put(id, write(id, random, me, other));
        }
        for (Comparison wanted : List.of(
                new Comparison(then, null, null, null, null),
                new Comparison(then, null, FIRST, LAST, null),
                new Comparison(then, null, null, LAST, null))) {
            check(wanted, me, before, after, viewer);
        }
    }

    private long insert(long owner) {
        return new SampleOpportunities(beans).opportunity(owner, row -> row.setCreatedAt(now()));
    }

    private Standing write(long id, Random random, long me, long other) {
        String status = List.of("OPEN", "OPEN", "OPEN", "ABANDONED", "DEFERRED").get(random.nextInt(5));
        Standing now = new Standing(
                random.nextInt(5) == 0 ? other : me,
                status,
                random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(1, 4) * 100_000L, 2),
                random.nextInt(6) == 0 ? null : FIRST.plusMonths(random.nextInt(-3, 7)));
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.OWNER_ID, now.owner)
                .set(OPPORTUNITY.STATUS, status)
                .set(OPPORTUNITY.CLOSED_ON, status.equals("ABANDONED") ? LocalDate.EPOCH : null)
                .set(OPPORTUNITY.WAKE_UP_ON, status.equals("DEFERRED") ? LAST : null)
                .set(OPPORTUNITY.EXPECTED_AMOUNT, now.amount)
                .set(OPPORTUNITY.EXPECTED_SIGN_ON, now.signed)
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
        return now;
    }

    private Instant now() {
        return jooq.fetchSingle("select clock_timestamp()").get(0, Instant.class);
    }

    private void check(Comparison wish, long me, Map<Long, Standing> before, Map<Long, Standing> after, Viewer viewer) {
        Map<Movement, Map<Long, BigDecimal>> expected = new TreeMap<>();
        after.keySet().forEach(id -> {
            Standing then = seen(before.get(id), me);
            Standing now = seen(after.get(id), me);
            if (inside(then, wish) || inside(now, wish)) {
                expected.computeIfAbsent(movement(then, now, before.containsKey(id), wish), _ -> new HashMap<>())
                        .put(id, value(now, wish).subtract(value(then, wish)));
            }
        });
        var compared = movements.compare(wish, viewer);
        BigDecimal level = compared.from().amount();
        for (var bar : compared.bars()) {
            Map<Long, BigDecimal> effects = expected.getOrDefault(bar.movement(), Map.of());
            assertThat(bar.count()).as(bar.movement() + " " + wish).isEqualTo(effects.size());
            assertThat(bar.effect())
                    .isEqualByComparingTo(effects.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(behind(bar.movement(), wish, viewer)).isEqualTo(effects);
            level = Objects.requireNonNull(level).add(Objects.requireNonNull(bar.effect()));
        }
        assertThat(compared.to().amount()).isEqualByComparingTo(level);
    }

    private Map<Long, BigDecimal> behind(Movement movement, Comparison wish, Viewer viewer) {
        List<MovedRow> rows = new ArrayList<>();
        String after = null;
        do {
            var page = movements.behind(movement, wish, 3, after, viewer);
            rows.addAll(page.rows());
            after = page.next();
        } while (after != null);
        Map<Long, BigDecimal> effects = new HashMap<>();
        rows.forEach(row -> assertThat(effects.put(
                        row.id(), Objects.requireNonNull(row.effect()).setScale(2)))
                .isNull());
        return effects;
    }

    private static @Nullable Standing seen(@Nullable Standing standing, long me) {
        return standing != null && standing.owner == me ? standing : null;
    }

    private static boolean inside(@Nullable Standing standing, Comparison wish) {
        return standing != null
                && standing.status.equals("OPEN")
                && (wish.signedFrom() == null
                        || standing.signed != null && !standing.signed.isBefore(wish.signedFrom()))
                && (wish.signedTo() == null || standing.signed != null && !standing.signed.isAfter(wish.signedTo()));
    }

    private static BigDecimal value(@Nullable Standing standing, Comparison wish) {
        BigDecimal amount = inside(standing, wish) && standing != null ? standing.amount : null;
        return (amount == null ? BigDecimal.ZERO : amount).setScale(2);
    }

    private static Movement movement(
            @Nullable Standing then, @Nullable Standing now, boolean wasThere, Comparison wish) {
        if (inside(then, wish) && inside(now, wish)) {
            int grown = value(now, wish).compareTo(value(then, wish));
            return grown > 0 ? Movement.GROWN : grown < 0 ? Movement.SHRUNK : Movement.UNCHANGED;
        }
        if (inside(now, wish)) {
            return then == null
                    ? wasThere ? Movement.ENTERED : Movement.NEW
                    : !then.status.equals("OPEN")
                            ? Movement.REOPENED
                            : later(then, wish) ? Movement.PULLED_IN : Movement.ENTERED;
        }
        return now == null
                ? Movement.LEFT
                : !now.status.equals("OPEN") ? Movement.DROPPED : later(now, wish) ? Movement.SLIPPED : Movement.LEFT;
    }

    private static boolean later(Standing standing, Comparison wish) {
        return wish.signedTo() != null && (standing.signed == null || standing.signed.isAfter(wish.signedTo()));
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
