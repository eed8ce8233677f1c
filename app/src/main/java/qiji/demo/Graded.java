package qiji.demo;

import static qiji.demo.OpportunityColumn.*;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiji.demo.chance.Chance;
import qiji.demo.chance.Span;
import qiji.demo.company.Branch;
import qiji.demo.company.Staff;

/**
 * Grades the opportunities of the demonstration as the rule that ships does: most are confirmed, the latest still wait, some
 * were sent back; what was confirmed has been reported to the city company, or is yet to be. A stream of chance of its own,
 * so that all else stays as it is without it. [D3]
 */
final class Graded {
    private static final List<String> GRADES = List.of("GENERAL", "ORDINARY", "IMPORTANT", "MAJOR");
    private static final List<BigDecimal> LIMITS =
            List.of(new BigDecimal(20_000), new BigDecimal(50_000), new BigDecimal(200_000));
    private static final int MANY_LINES = 5;
    /** In a company of the size that ships; a larger one has as many that wait, not as large a share. */
    private static final Duration FRESH = Duration.ofDays(21);

    private static final Duration REPORTED_SINCE = Duration.ofDays(200);
    private static final Set<String> ALIVE = Set.of("OPEN", "DEFERRED");

    private final Tables tables;
    private final World world;

    Graded(Tables tables, World world) {
        this.tables = tables;
        this.world = world;
    }

    /** Before the rest of {@code life} is written: all its versions get their grade, the one that holds now all that follows. */
    void grade(int index, long id, Life life) throws SQLException {
        life.old().forEach(old -> confirm(old.state()));
        Map<OpportunityColumn, @Nullable Object> now = life.state();
        confirm(now);
        if (now.get(GRADE) == null) {
            return;
        }
        Chance chance = Chance.of(world.seed(), "grade", index);
        Instant created = (Instant) now.get(CREATED_AT);
        if (created == null) {
            return;
        }
        int due = GRADES.indexOf(now.get(GRADE));
        boolean isOpen = "OPEN".equals(now.get(STATUS)) && now.get(OWNER_ID) != null;
        double waits = chance.fraction();
        if (isOpen
                && due > 0
                && waits < 0.6
                && created.isAfter(world.span().now().minus(fresh()))) {
            pend(now, due, due, waits < 0.1 ? "RETURNED" : "UNSENT");
            return;
        }
        if (isOpen && due > 0 && due < 3 && waits > 0.985 && world.size().opportunities() <= 10_000) {
            pend(now, due + 1, due, "UNSENT");
            now.put(GRADE_CONFIRMED, GRADES.get(due + 1));
            return;
        }
        Instant confirmed = created.plus(Duration.ofHours(chance.between(4, 70)));
        now.put(GRADE_CONFIRMED_AT, confirmed.isBefore(world.span().now()) ? confirmed : created);
        if (due > 0) {
            report(id, life, now, chance);
        }
        if (due > 0 && isOpen) {
            lead(life, now, chance);
        }
    }

    private Duration fresh() {
        return FRESH.multipliedBy(3_000).dividedBy(Math.max(3_000, world.size().opportunities()));
    }

    private static void confirm(Map<OpportunityColumn, @Nullable Object> state) {
        BigDecimal amount = (BigDecimal)
                (state.get(CUSTOMER_BUDGET) == null ? state.get(EXPECTED_AMOUNT) : state.get(CUSTOMER_BUDGET));
        Integer lines = (Integer) state.get(LINE_COUNT);
        boolean many = lines != null && lines >= MANY_LINES;
        if (amount == null && !many) {
            return;
        }
        int limits = amount == null
                ? 0
                : (int) LIMITS.stream()
                        .filter(limit -> amount.compareTo(limit) >= 0)
                        .count();
        String grade = GRADES.get(many ? Math.max(1, limits) : limits);
        state.put(GRADE, grade);
        state.put(GRADE_STATE, "CONFIRMED");
        state.put(GRADE_CONFIRMED, grade);
    }

    private static void pend(Map<OpportunityColumn, @Nullable Object> state, int grade, int pending, String how) {
        state.put(GRADE, GRADES.get(grade));
        state.put(GRADE_PENDING, GRADES.get(pending));
        state.put(GRADE_STATE, how);
        state.put(GRADE_CONFIRMED, null);
    }

    /** To the city company, by who keeps the books of the branch. */
    private void report(long id, Life life, Map<OpportunityColumn, @Nullable Object> now, Chance chance)
            throws SQLException {
        boolean isAlive = ALIVE.contains(now.get(STATUS));
        Instant confirmed = (Instant) now.get(GRADE_CONFIRMED_AT);
        if (!isAlive || confirmed == null) {
            return;
        }
        if (confirmed.isBefore(world.span().now().minus(REPORTED_SINCE)) || chance.is(0.18)) {
            now.put(CITY_REPORT, "DUE");
            return;
        }
        LocalDate today = Span.day(world.span().now());
        LocalDate on = earlier(Span.day(confirmed).plusDays(chance.between(1, 6)), today);
        LocalDate answered = earlier(on.plusDays(chance.between(1, 5)), today);
        boolean isAnswered = chance.is(0.8);
        boolean isReceipt = chance.is(0.9);
        now.put(CITY_REPORT, isAnswered ? isReceipt ? "RECEIVED" : "RETURNED" : "REPORTED");
        now.put(CITY_REPORTED_ON, on);
        Staff administrator = life.client().branch().administrator();
        tables.cityReport.add(
                tables.cityReport.nextId(),
                id,
                on,
                administrator.id(),
                isAnswered ? isReceipt ? "RECEIPT" : "RETURN" : null,
                isAnswered ? answered : null,
                isAnswered ? administrator.id() : null,
                isAnswered && !isReceipt ? "请补充客户预算的依据后再报" : null);
    }

    /** The responsible leader comes along on some of the visits. */
    private static void lead(Life life, Map<OpportunityColumn, @Nullable Object> now, Chance chance) {
        Branch branch = life.client().branch();
        Staff leader = List.of(branch.director(), branch.deputy(), branch.generalManager()).stream()
                .filter(it -> Long.valueOf(it.id()).equals(now.get(RESPONSIBLE_LEADER_ID)))
                .findFirst()
                .orElse(null);
        if (leader == null || life.followUps.isEmpty() || !chance.is(0.65)) {
            return;
        }
        Life.FollowUp last = life.followUps.getLast();
        Instant at = last.at().minus(Duration.ofMinutes(20));
        life.followUps.add(new Life.FollowUp(
                "VISIT", last.subject() + "（责任领导同行）", last.content(), last.outcome(), at, leader, null, null));
        now.put(LEADER_FOLLOW_UP_AT, at);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
