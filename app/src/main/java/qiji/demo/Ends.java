package qiji.demo;

import static qiji.demo.OpportunityColumn.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.demo.chance.Chance;
import qiji.demo.chance.Phrases;
import qiji.demo.chance.Span;
import qiji.demo.chance.Workday;

/** How an opportunity stops being open: won, lost, abandoned, invalid, or put off until a day. [D12] */
final class Ends {
    private static final int WON_STAGE = 5;
    private static final List<String> OUTBID =
            List.of("PRICE_TOO_HIGH", "COMPETITION_INCUMBENT", "COMPETITION_RELATION");
    private static final List<String> OTHERWISE = List.of(
            "PRICE_BUDGET",
            "PRODUCT_FUNCTION",
            "PRODUCT_DELIVERY",
            "CUSTOMER_CANCELLED",
            "CUSTOMER_POSTPONED",
            "OURSELVES_FOLLOW_UP");

    private final Doings doings;
    private final Span span;
    private final Chance chance;

    Ends(Doings doings, Span span, Chance chance) {
        this.doings = doings;
        this.span = span;
        this.chance = chance;
    }

    void win(Instant at) {
        doings.move(WON_STAGE, at, null);
        doings.amend(state -> {
            end(state, "WON", (Instant) java.util.Objects.requireNonNull(state.get(STAGE_ENTERED_AT)));
            state.put(EXPECTED_REVENUE_ON, Span.day(at).plusDays(chance.between(5, 40)));
        });
    }

    /** Not won: the early ones are often given up, the late ones are lost to somebody. */
    void close(Instant at, int stage) {
        switch (stage == 0 ? chance.weighted(0.45, 0.3, 0.25) : chance.weighted(0.78, 0.15, 0.07)) {
            case 0 -> lose(at);
            case 1 -> abandon(at);
            default -> invalidate(at);
        }
    }

    /** Until a day that comes, or has come: then it goes on, or ends. The moment from which it goes on, if it does. */
    @Nullable
    Instant defer(Instant at, int stage) {
        LocalDate wakeUp = Span.day(at).plusDays(chance.between(20, 150));
        String why = Phrases.any(chance, "defer");
        turn(at, why, (state, moment) -> {
            state.put(STATUS, "DEFERRED");
            state.put(STATUS_AT, moment);
            state.put(WAKE_UP_ON, wakeUp);
        });
        Instant awake = Workday.near(Workday.within(wakeUp, 0), chance);
        if (!awake.isBefore(span.now())) {
            return null;
        }
        if (chance.is(0.3)) {
            close(awake, stage);
            return null;
        }
        turn(awake, null, (state, moment) -> {
            state.put(STATUS, "OPEN");
            state.put(STATUS_AT, moment);
            state.put(WAKE_UP_ON, null);
        });
        return awake;
    }

    private void lose(Instant at) {
        boolean outbid = chance.is(0.6);
        String rival = Phrases.any(chance, "rival");
        String summary = Phrases.any(chance, outbid ? "lost.summary" : "lost.own", "{rival}", rival);
        turn(at, summary, (state, moment) -> {
            end(state, "LOST", moment);
            state.put(LOST_REASON, chance.pick(outbid ? OUTBID : OTHERWISE));
            state.put(LOST_TO, outbid ? rival : null);
            state.put(LOSS_SUMMARY, summary);
            state.put(LESSON, Phrases.any(chance, "lesson"));
            state.put(PREVENTION, Phrases.any(chance, "prevention"));
        });
    }

    private void abandon(Instant at) {
        String why = Phrases.any(chance, "abandoned");
        turn(at, why, (state, moment) -> {
            end(state, "ABANDONED", moment);
            state.put(CLOSING_NOTE, why);
        });
    }

    private void invalidate(Instant at) {
        String cause = List.of("DUPLICATE", "WRONG", "EXPIRED", "OTHER").get(chance.weighted(3, 2, 4, 1));
        String why = Phrases.any(chance, "invalid." + cause);
        turn(at, why, (state, moment) -> {
            end(state, "INVALID", moment);
            state.put(INVALID_CAUSE, cause);
            state.put(CLOSING_NOTE, why);
        });
    }

    private static void end(Map<OpportunityColumn, @Nullable Object> state, String status, Instant moment) {
        state.put(STATUS, status);
        state.put(STATUS_AT, moment);
        state.put(CLOSED_ON, Span.day(moment));
        state.put(WAKE_UP_ON, null);
        state.put(NEXT_STEP, null);
        state.put(NEXT_STEP_ON, null);
    }

    private interface Change {
        void make(Map<OpportunityColumn, @Nullable Object> state, Instant moment);
    }

    private void turn(Instant at, @Nullable String reason, Change change) {
        doings.turn(
                at,
                reason,
                state -> change.make(state, (Instant) java.util.Objects.requireNonNull(state.get(VALID_FROM))));
    }
}
