package qiji.organization.identity;

import static db.organization.Tables.APP_USER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.access.Writing;

/**
 * Tries of somebody's password, wherever it is asked for: each counts before the password is looked at, so that many at
 * once are no way around the lock-out, and a right one takes the count back. [A6]
 */
@Component
class Attempts {
    private static final Viewer SYSTEM = Viewer.system("sign-in");

    private final DSLContext jooq;
    private final Writing writing;
    private final Clock clock;

    Attempts(DSLContext jooq, Writing writing, Clock clock) {
        this.jooq = jooq;
        this.writing = writing;
        this.clock = clock;
    }

    Optional<Attempt> by(String username) {
        return begin(APP_USER.USERNAME.eq(username));
    }

    Optional<Attempt> by(long userId) {
        return begin(APP_USER.ID.eq(userId));
    }

    private Optional<Attempt> begin(Condition whose) {
        return jooq.selectFrom(APP_USER)
                .where(whose)
                .forUpdate()
                .fetchOptional()
                .map(user -> {
                    Failures before = new Failures(user.getFailedSignIns(), user.getLockedUntil());
                    Duration locked = before.lockedAt(clock.instant());
                    if (locked.isZero()) {
                        save(user.getId(), before.another(clock.instant()));
                    }
                    String hash = user.getState().equals("ACTIVE") ? user.getPasswordHash() : null;
                    return new Attempt(user.getId(), user.getUsername(), hash, locked);
                });
    }

    void wasRight(Attempt attempt) {
        save(attempt.userId(), Failures.NONE);
    }

    private void save(long userId, Failures failures) {
        writing.by(SYSTEM);
        jooq.update(APP_USER)
                .set(APP_USER.FAILED_SIGN_INS, failures.count())
                .set(APP_USER.LOCKED_UNTIL, failures.lockedUntil())
                .where(APP_USER.ID.eq(userId))
                .execute();
    }

    /** {@code userId} is 0 and {@code hash} null where there is nobody to sign in. */
    record Attempt(long userId, String username, @Nullable String hash, Duration locked) {}

    record Failures(int count, @Nullable Instant lockedUntil) {
        static final Failures NONE = new Failures(0, null);

        Duration lockedAt(Instant now) {
            return lockedUntil == null || !lockedUntil.isAfter(now)
                    ? Duration.ZERO
                    : Duration.between(now, lockedUntil);
        }

        Failures another(Instant now) {
            Duration wait = Lockout.after(count + 1);
            return new Failures(count + 1, wait.isZero() ? null : now.plus(wait));
        }
    }
}
