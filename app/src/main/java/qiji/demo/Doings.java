package qiji.demo;

import static qiji.demo.OpportunityColumn.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import qiji.demo.chance.Chance;
import qiji.demo.chance.Phrases;
import qiji.demo.chance.Span;
import qiji.demo.chance.Workday;
import qiji.demo.company.Staff;

/** What the people around one opportunity do while it is open: they enter, follow up, learn, offer, move it on. */
final class Doings {
    private static final int WON_STAGE = 5;
    private static final List<String> KINDS = List.of("visit", "call", "message", "mail", "meeting", "demo", "bid");
    private static final double[][] KIND_WEIGHTS = {
        {5, 6, 3, 1, 0, 0, 0},
        {5, 4, 3, 2, 1, 0, 0},
        {5, 3, 2, 3, 3, 2, 0},
        {5, 4, 2, 3, 2, 0, 1},
        {4, 4, 2, 2, 1, 0, 0}
    };

    private final World world;
    private final Cast cast;
    private final Life life;
    private final Chance chance;
    private final Proofs proofs;
    private Staff owner;
    private Basket basket;

    Doings(World world, Cast cast, Life life, Chance chance) {
        this.world = world;
        this.cast = cast;
        this.life = life;
        this.chance = chance;
        this.owner = cast.firstOwner();
        this.basket = cast.basket();
        this.proofs = new Proofs(cast, chance);
    }

    Basket basket() {
        return basket;
    }

    Cast cast() {
        return cast;
    }

    Staff owner() {
        return owner;
    }

    void begin(long id, String number) {
        new Beginning(world, cast, chance).write(life.state(), id, number);
        Instant at = cast.createdAt();
        life.enter(world.funnel().steps().getFirst().id(), at, cast.enteredBy(), null);
        if (chance.is(0.7)) {
            offer(life.state(), cast.enteredBy());
        }
        if (!cast.contactIds().isEmpty() && chance.is(0.75)) {
            life.contacts.add(new Life.Involved(cast.contactIds().getFirst(), "KP", at, cast.enteredBy()));
        }
        if (cast.partner() != null) {
            life.members.add(new Life.Member(cast.partner().id(), "READER", at, cast.enteredBy()));
        }
    }

    /** A version by the owner of then. */
    Instant turn(Instant at, @Nullable String reason, Consumer<Map<OpportunityColumn, @Nullable Object>> change) {
        handOver(at);
        return life.turn(at, owner.id(), reason, change);
    }

    /** Adds to the version that holds now. */
    void amend(Consumer<Map<OpportunityColumn, @Nullable Object>> change) {
        change.accept(life.state());
    }

    /** Whoever has left by {@code at} has handed over on that day. */
    private void handOver(Instant at) {
        Instant left = owner.leftAt();
        if (left == null || at.isBefore(left)) {
            return;
        }
        Staff next = cast.client().owner().leftAt() == null
                ? cast.client().owner()
                : chance.pick(cast.client().branch().sellers());
        owner = next;
        life.turn(left, cast.client().branch().director().id(), "离职交接", state -> {
            state.put(OWNER_ID, next.id());
            state.put(DEPARTMENT_ID, next.departmentId());
        });
    }

    void followUp(int stage, Instant from, Instant until) {
        int times = chance.poisson(world.followUpsAStay());
        for (int i = 0; i < times; i++) {
            Duration gap =
                    Duration.between(from, until).multipliedBy(2 * i + 1L).dividedBy(2L * times);
            Instant at = Workday.near(from.plus(gap), chance);
            if (at.isBefore(from) || !at.isBefore(until)) {
                continue;
            }
            followUp(stage, at);
        }
    }

    private void followUp(int stage, Instant at) {
        handOver(at);
        String step = world.funnel().steps().get(stage).code();
        String kind = KINDS.get(chance.weighted(KIND_WEIGHTS[stage]));
        String[] names = cast.names();
        boolean plans = chance.is(0.45);
        String next = plans ? Phrases.any(chance, "next." + step, names) : null;
        LocalDate nextOn = plans ? Span.day(at).plusDays(chance.between(3, 21)) : null;
        life.followUps.add(new Life.FollowUp(
                kind.toUpperCase(java.util.Locale.ROOT),
                Phrases.any(chance, kind.equals("visit") ? "visit." + step : kind, names),
                Phrases.any(chance, "content", names) + Phrases.any(chance, "content", names),
                chance.is(0.9) ? Phrases.any(chance, chance.is(0.8) ? "outcome." + step : "outcome.any", names) : null,
                at,
                owner,
                next,
                nextOn));
        if (next != null) {
            turn(at, null, state -> {
                state.put(NEXT_STEP, next);
                state.put(NEXT_STEP_ON, nextOn);
                learn(state, stage, at);
            });
        }
        life.state().merge(LAST_FOLLOW_UP_AT, at, (before, now) -> ((Instant) before).isAfter(at) ? before : now);
    }

    /** What a conversation brings to light. */
    private void learn(Map<OpportunityColumn, @Nullable Object> state, int stage, Instant at) {
        if (state.get(EXPECTED_AMOUNT) == null) {
            offer(state, owner.id());
        } else if (chance.is(0.15)) {
            basket = basket.changed(chance.is(0.6) ? 1.1 + chance.fraction() : 0.5 + chance.fraction() * 0.4);
            state.put(REASON, Phrases.any(chance, "amount"));
            offer(state, owner.id());
        }
        LocalDate sign = (LocalDate) state.get(EXPECTED_SIGN_ON);
        if (sign == null || sign.isBefore(Span.day(at).plusDays(10))) {
            state.put(EXPECTED_SIGN_ON, Span.day(at).plusDays(chance.between(25, 90)));
        }
        if (stage == 0 && chance.is(0.6)) {
            proofs.next(state, at, basket.amount());
        }
    }

    private void offer(Map<OpportunityColumn, @Nullable Object> state, long by) {
        BigDecimal amount = basket.amount();
        state.put(EXPECTED_AMOUNT, amount);
        state.put(RESPONSIBLE_LEADER_ID, cast.client().branch().leaderFor(amount));
        int lines = basket.lineCount(cast.months());
        state.put(LINE_COUNT, lines == 0 ? null : lines);
        if (state.get(COMMITTED_AMOUNT) != null) {
            state.put(COMMITTED_AMOUNT, committed());
        }
        life.offers.add(new Life.Offered(basket, life.since(), by));
    }

    /** Into a stage, back if that is where it came from; a stage entered means that its gate was met. */
    Instant move(int stage, Instant at, @Nullable String reason) {
        Funnel.Step step = world.funnel().steps().get(stage);
        finishActions(at, reason != null);
        Instant moment = turn(at, reason, state -> {
            meetGate(state, stage, at);
            state.put(STAGE_ID, step.id());
            state.put(STAGE_ENTERED_AT, state.get(VALID_FROM));
        });
        life.enter(step.id(), moment, owner.id(), reason);
        if (stage >= 1) {
            Team.gather(this, life, moment, chance);
        }
        return moment;
    }

    private void meetGate(Map<OpportunityColumn, @Nullable Object> state, int stage, Instant at) {
        if (state.get(EXPECTED_AMOUNT) == null) {
            offer(state, owner.id());
        }
        proofs.all(state, at, basket.amount(), cast.client().branch());
        if (state.get(EXPECTED_SIGN_ON) == null) {
            state.put(EXPECTED_SIGN_ON, Span.day(at).plusDays(chance.between(20, 90)));
        }
        LocalDate sign = (LocalDate) state.get(EXPECTED_SIGN_ON);
        if (stage >= 3 && sign != null) {
            state.put(EXPECTED_REVENUE_ON, sign.plusDays(chance.between(10, 45)));
        }
        if (stage >= 4 && state.get(COMMITTED_AMOUNT) == null) {
            state.put(COMMITTED_AMOUNT, committed());
        }
        if (stage == WON_STAGE) {
            state.put(WON_AMOUNT, state.get(COMMITTED_AMOUNT));
        }
    }

    private BigDecimal committed() {
        BigDecimal share = BigDecimal.valueOf(List.of(100, 100, 98, 95, 90).get(chance.between(0, 4)), 2);
        return basket.amount().multiply(share).setScale(0, RoundingMode.HALF_UP).setScale(2);
    }

    /** Key actions are kept only where they can still matter: the rest would be most of the rows. */
    private void finishActions(Instant at, boolean back) {
        if (back || at.isBefore(world.span().now().minus(Duration.ofDays(400)))) {
            return;
        }
        long stageId = (Long) java.util.Objects.requireNonNull(life.get(STAGE_ID));
        world.funnel().steps().stream()
                .filter(it -> it.id() == stageId)
                .flatMap(it -> it.keyActions().stream())
                .filter(_ -> chance.is(0.75))
                .filter(action -> life.done.stream()
                        .noneMatch(it -> it.stageId() == stageId && it.action().equals(action)))
                .forEach(action -> life.done.add(new Life.Done(stageId, action, at, owner.id())));
    }

    /** Still there now: some without an owner, who let them lie too long. */
    void rest(int stage) {
        Instant idle = life.since().plus(Duration.ofDays(30));
        if (stage == 0 && idle.isBefore(world.span().now()) && chance.is(0.5)) {
            life.turn(idle, cast.client().branch().administrator().id(), "超期未跟进，退回商机池", state -> {
                state.put(OWNER_ID, null);
                state.put(NEXT_STEP, null);
                state.put(NEXT_STEP_ON, null);
            });
        }
    }

    /** Whatever a leaver still owned, closed ones too, went to somebody else. */
    void settle() {
        if (life.get(OWNER_ID) != null
                && owner.leftAt() != null
                && owner.leftAt().isBefore(world.span().now())) {
            handOver(world.span().now());
        }
    }
}
