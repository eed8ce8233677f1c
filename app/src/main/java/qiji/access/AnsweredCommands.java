package qiji.access;

import static db.platform.Tables.ANSWERED_COMMAND;
import static org.jooq.impl.DSL.val;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.platform.Problem;

/** What was answered to commands that carry an {@code Idempotency-Key}: kept for a day, in the transaction of the command. */
@Component
class AnsweredCommands {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DSLContext jooq;
    private final Clock clock;

    AnsweredCommands(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    /** {@code body} is empty where the answer had none. */
    record Answer(int status, String body) {}

    /**
     * Claims {@code key} for the transaction; empty if the command is to be done now. Waits at most {@code patience} for
     * another transaction that has claimed it. Throws IDEMPOTENCY_KEY_REUSED, COMMAND_UNDER_WAY.
     */
    Optional<Answer> claim(long userId, String key, byte[] request, Duration patience) {
        jooq.deleteFrom(ANSWERED_COMMAND)
                .where(ANSWERED_COMMAND.USER_ID.eq(userId), ANSWERED_COMMAND.KEY.eq(key))
                .and(ANSWERED_COMMAND.ANSWERED_AT.lt(oldest()))
                .execute();
        if (insert(userId, key, request, patience)) {
            return Optional.empty();
        }
        var row = jooq.selectFrom(ANSWERED_COMMAND)
                .where(ANSWERED_COMMAND.USER_ID.eq(userId), ANSWERED_COMMAND.KEY.eq(key))
                .fetchOptional()
                .orElseThrow(() -> new Problem(CommandProblem.COMMAND_UNDER_WAY));
        if (!Arrays.equals(row.getRequestHash(), request)) {
            throw new Problem(CommandProblem.IDEMPOTENCY_KEY_REUSED);
        }
        Integer status = row.getStatus();
        if (status == null) {
            throw new Problem(CommandProblem.COMMAND_UNDER_WAY);
        }
        return Optional.of(new Answer(status, row.getBody() == null ? "" : row.getBody()));
    }

    void keep(long userId, String key, Answer answer) {
        jooq.update(ANSWERED_COMMAND)
                .set(ANSWERED_COMMAND.STATUS, answer.status())
                .set(ANSWERED_COMMAND.BODY, answer.body())
                .where(ANSWERED_COMMAND.USER_ID.eq(userId), ANSWERED_COMMAND.KEY.eq(key))
                .execute();
    }

    /** Each node may: what is gone is gone. */
    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void forgetOld() {
        jooq.deleteFrom(ANSWERED_COMMAND)
                .where(ANSWERED_COMMAND.ANSWERED_AT.lt(oldest()))
                .execute();
    }

    private boolean insert(long userId, String key, byte[] request, Duration patience) {
        setPatience(patience.toMillis() + "ms");
        try {
            boolean isNew = jooq.insertInto(ANSWERED_COMMAND)
                            .set(ANSWERED_COMMAND.USER_ID, userId)
                            .set(ANSWERED_COMMAND.KEY, key)
                            .set(ANSWERED_COMMAND.REQUEST_HASH, request)
                            .set(ANSWERED_COMMAND.ANSWERED_AT, clock.instant())
                            .onConflictDoNothing()
                            .execute()
                    == 1;
            setPatience("0");
            return isNew;
        } catch (RuntimeException refused) {
            if (isOutOfPatience(refused)) {
                throw new Problem(CommandProblem.COMMAND_UNDER_WAY);
            }
            throw refused;
        }
    }

    private void setPatience(String time) {
        jooq.fetch("select set_config('lock_timeout', {0}, true)", val(time));
    }

    private static boolean isOutOfPatience(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())
                        || isOutOfPatience(failure.getCause()));
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }
}
