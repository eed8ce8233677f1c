package qiji.opportunity.movement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import qiji.opportunity.life.OpportunityStatus;

/** What happened between two moments, told in plain Java from how every opportunity stood at each of them. */
record Ledger(long me, Comparison wish, Map<Long, Standing> before, Map<Long, Standing> after) {

    /** How one opportunity stood; amounts in yuan. */
    record Standing(
            long owner,
            OpportunityStatus status,
            @Nullable BigDecimal amount,
            @Nullable LocalDate signed,
            boolean marked) {
        boolean isOpen() {
            return status == OpportunityStatus.OPEN;
        }
    }

    /** What is told of one opportunity behind a bar: its two standings, as far as they were seen. */
    record Entry(
            @Nullable OpportunityStatus statusBefore,
            @Nullable OpportunityStatus statusAfter,
            @Nullable BigDecimal amountBefore,
            @Nullable BigDecimal amountAfter,
            @Nullable LocalDate signedBefore,
            @Nullable LocalDate signedAfter,
            boolean gone,
            BigDecimal effect) {}

    Map<Movement, Map<Long, Entry>> entries() {
        Map<Movement, Map<Long, Entry>> all = new TreeMap<>();
        after.keySet().forEach(id -> {
            Standing then = seen(before.get(id));
            Standing now = seen(after.get(id));
            if (isInside(then) || isInside(now)) {
                all.computeIfAbsent(movement(then, now, before.containsKey(id)), _ -> new HashMap<>())
                        .put(id, entry(then, now));
            }
        });
        return all;
    }

    /** How many were in the pipeline of one of the two moments. */
    long count(Map<Long, Standing> moment) {
        return moment.values().stream().filter(it -> isInside(seen(it))).count();
    }

    BigDecimal amount(Map<Long, Standing> moment) {
        return moment.values().stream().map(it -> value(seen(it))).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** Of those in the pipeline of both, whose expected signing moved so; none if only a period's are compared. */
    Map<Long, Entry> moved(Predicate<Integer> way) {
        Map<Long, Entry> moved = new HashMap<>();
        before.forEach((id, then) -> {
            Standing now = after.get(id);
            if (!wish.hasPeriod() && isInside(seen(then)) && isInside(seen(now)) && moved(then, now, way)) {
                moved.put(id, entry(then, now));
            }
        });
        return moved;
    }

    private static boolean moved(Standing then, @Nullable Standing now, Predicate<Integer> way) {
        return then.signed != null && now != null && now.signed != null && way.test(now.signed.compareTo(then.signed));
    }

    private Entry entry(@Nullable Standing then, @Nullable Standing now) {
        return new Entry(
                then == null ? null : then.status,
                now == null ? null : now.status,
                then == null ? null : then.amount,
                now == null ? null : now.amount,
                then == null ? null : then.signed,
                now == null ? null : now.signed,
                now == null,
                value(now).subtract(value(then)));
    }

    private @Nullable Standing seen(@Nullable Standing standing) {
        return standing != null && standing.owner == me ? standing : null;
    }

    private boolean isMeant(Standing standing) {
        return standing.isOpen() && (wish.filter() == null || standing.marked);
    }

    private boolean isInside(@Nullable Standing standing) {
        return standing != null
                && isMeant(standing)
                && (wish.signedFrom() == null
                        || standing.signed != null && !standing.signed.isBefore(wish.signedFrom()))
                && (wish.signedTo() == null || standing.signed != null && !standing.signed.isAfter(wish.signedTo()));
    }

    private BigDecimal value(@Nullable Standing standing) {
        BigDecimal amount = isInside(standing) && standing != null ? standing.amount : null;
        return (amount == null ? BigDecimal.ZERO : amount).setScale(2);
    }

    private Movement movement(@Nullable Standing then, @Nullable Standing now, boolean wasThere) {
        if (isInside(then) && isInside(now)) {
            int grown = value(now).compareTo(value(then));
            return grown > 0 ? Movement.GROWN : grown < 0 ? Movement.SHRUNK : Movement.UNCHANGED;
        }
        return isInside(now) ? comingIn(then, wasThere) : goingOut(now);
    }

    private Movement comingIn(@Nullable Standing then, boolean wasThere) {
        if (then == null) {
            return wasThere ? Movement.ENTERED : Movement.NEW;
        }
        return !then.isOpen()
                ? Movement.REOPENED
                : isMeant(then) && isLater(then) ? Movement.PULLED_IN : Movement.ENTERED;
    }

    private Movement goingOut(@Nullable Standing now) {
        if (now == null) {
            return Movement.LEFT;
        }
        return switch (now.status) {
            case WON -> Movement.WON;
            case LOST -> Movement.LOST;
            case DEFERRED, ABANDONED, INVALID -> Movement.DROPPED;
            case OPEN -> isMeant(now) && isLater(now) ? Movement.SLIPPED : Movement.LEFT;
        };
    }

    private boolean isLater(Standing standing) {
        return wish.signedTo() != null && (standing.signed == null || standing.signed.isAfter(wish.signedTo()));
    }
}
