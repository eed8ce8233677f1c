package qiji;

import static db.approval.Tables.REQUEST;
import static db.approval.Tables.SNAPSHOT;
import static db.approval.Tables.STEP;
import static db.approval.Tables.TASK;
import static db.organization.Tables.ABSENCE;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Decisions asked for about deals of a random company, and who stands in for whom. [D9] */
final class RandomApprovals {
    private final DSLContext jooq;
    private final Map<Long, Set<Long>> asked = new HashMap<>();
    private final Map<Long, Long> standIns = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();

    RandomApprovals(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The rule, said once more without SQL: who is asked now sees the deal, and who stands in for them and may decide. */
    boolean open(long user, long deal) {
        return asked.getOrDefault(user, Set.of()).contains(deal)
                || RandomRoles.mayDecide(user)
                        && asked.entrySet().stream()
                                .anyMatch(other -> Long.valueOf(user).equals(standIns.get(other.getKey()))
                                        && other.getValue().contains(deal));
    }

    void sometimesAsk(long deal, Random random, List<Long> users) {
        if (random.nextInt(5) > 0) {
            return;
        }
        long approver = users.get(random.nextInt(users.size()));
        boolean over = random.nextInt(3) == 0;
        insert(deal, approver, over);
        if (!over) {
            asked.computeIfAbsent(approver, _ -> new HashSet<>()).add(deal);
        }
        long standIn = users.get(random.nextInt(users.size()));
        if (standIn != approver && seen.add(approver)) {
            boolean away = random.nextBoolean();
            leave(approver, standIn, away);
            if (away) {
                standIns.put(approver, standIn);
            }
        }
    }

    private void insert(long deal, long approver, boolean over) {
        long request = jooq.insertInto(REQUEST)
                .set(REQUEST.KIND, "test")
                .set(REQUEST.SUBJECT_ID, deal)
                .set(REQUEST.RECORD_TYPE, "opportunity")
                .set(REQUEST.RECORD_ID, deal)
                .set(REQUEST.ASKED_BY, 0L)
                .set(REQUEST.OWNER_ID, 0L)
                .set(REQUEST.ASKED_AT, Instant.EPOCH)
                .returningResult(REQUEST.ID)
                .fetchSingle()
                .value1();
        jooq.insertInto(SNAPSHOT)
                .set(SNAPSHOT.REQUEST_ID, request)
                .set(SNAPSHOT.TITLE, "放弃")
                .set(SNAPSHOT.FIELDS, JSONB.jsonb("{}"))
                .execute();
        long step = jooq.insertInto(STEP)
                .set(STEP.REQUEST_ID, request)
                .set(STEP.LEVEL, 1)
                .set(STEP.RULE, JSONB.jsonb("{}"))
                .set(STEP.MODE, "ANY")
                .returningResult(STEP.ID)
                .fetchSingle()
                .value1();
        jooq.insertInto(TASK)
                .set(TASK.REQUEST_ID, request)
                .set(TASK.STEP_ID, step)
                .set(TASK.PLACE, 1)
                .set(TASK.USER_ID, approver)
                .set(TASK.STATE, over ? "OVER" : "OPEN")
                .execute();
    }

    /** Now, or long ago. */
    private void leave(long user, long standIn, boolean away) {
        jooq.insertInto(ABSENCE)
                .set(ABSENCE.USER_ID, user)
                .set(ABSENCE.FROM_AT, Instant.EPOCH)
                .set(ABSENCE.UNTIL_AT, Instant.EPOCH.plus(Duration.ofDays(away ? 99_999 : 1)))
                .set(ABSENCE.DELEGATE_ID, standIn)
                .execute();
    }
}
