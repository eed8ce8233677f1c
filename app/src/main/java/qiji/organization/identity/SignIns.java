package qiji.organization.identity;

import static db.organization.Tables.APP_USER;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Audits;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.identity.SignInResult.LockedOut;
import qiji.organization.identity.SignInResult.Opened;
import qiji.organization.identity.SignInResult.Refused;
import qiji.organization.identity.password.Passwords;

/**
 * Signing in by password. An attempt is counted before the password is looked at, so that many at once are no way
 * around the lock-out; hashing holds no connection. An unknown user is treated, and takes as long, as a known one. [A6]
 */
@Component
class SignIns {
    private static final Viewer SYSTEM = Viewer.system("sign-in");
    private static final int MANY = 100_000;

    private final Cache<String, Failures> ofUnknown = Caffeine.newBuilder()
            .maximumSize(MANY)
            .expireAfterWrite(Duration.ofDays(1))
            .build();
    private final DSLContext jooq;
    private final TransactionTemplate transaction;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Writing writing;
    private final Audits audits;
    private final Clock clock;

    SignIns(
            DSLContext jooq,
            TransactionTemplate transaction,
            Passwords passwords,
            Sessions sessions,
            Writing writing,
            Audits audits,
            Clock clock) {
        this.jooq = jooq;
        this.transaction = transaction;
        this.passwords = passwords;
        this.sessions = sessions;
        this.writing = writing;
        this.audits = audits;
        this.clock = clock;
    }

    SignInResult signIn(String username, String password, String agent) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        Attempt attempt = transaction.execute(_ -> begin(name));
        if (!attempt.locked().isZero()) {
            return new LockedOut(attempt.locked());
        }
        boolean right = passwords.matches(password, attempt.hash());
        return transaction.execute(_ -> right ? opened(attempt, agent) : refused(attempt));
    }

    private Attempt begin(String name) {
        return countKnown(name).orElseGet(() -> countUnknown(name));
    }

    private Optional<Attempt> countKnown(String name) {
        return jooq.select(
                        APP_USER.ID,
                        APP_USER.STATE,
                        APP_USER.PASSWORD_HASH,
                        APP_USER.FAILED_SIGN_INS,
                        APP_USER.LOCKED_UNTIL)
                .from(APP_USER)
                .where(APP_USER.USERNAME.eq(name))
                .forUpdate()
                .fetchOptional()
                .map(row -> {
                    Failures before = new Failures(row.value4(), row.value5());
                    Duration locked = before.lockedAt(clock.instant());
                    if (locked.isZero()) {
                        save(row.value1(), before.another(clock.instant()));
                    }
                    return new Attempt(row.value1(), row.value2().equals("ACTIVE") ? row.value3() : null, locked);
                });
    }

    private Attempt countUnknown(String name) {
        Failures before = ofUnknown.get(name, _ -> new Failures(0, null));
        Duration locked = before.lockedAt(clock.instant());
        if (locked.isZero()) {
            ofUnknown.put(name, before.another(clock.instant()));
        }
        return new Attempt(0, null, locked);
    }

    private SignInResult opened(Attempt attempt, String agent) {
        save(attempt.userId(), new Failures(0, null));
        jooq.update(APP_USER)
                .set(APP_USER.LAST_SIGN_IN_AT, clock.instant())
                .where(APP_USER.ID.eq(attempt.userId()))
                .execute();
        audits.record(self(attempt.userId()), "sign-in", "organization.app_user", attempt.userId(), Map.of());
        return new Opened(sessions.open(attempt.userId(), agent));
    }

    private SignInResult refused(Attempt attempt) {
        // A name that nobody has may be a password typed into the wrong field: it is not written down.
        Long subject = attempt.userId() == 0 ? null : attempt.userId();
        audits.record(SYSTEM, "sign-in-failed", "organization.app_user", subject, Map.of());
        return new Refused();
    }

    private void save(long userId, Failures failures) {
        writing.by(SYSTEM);
        jooq.update(APP_USER)
                .set(APP_USER.FAILED_SIGN_INS, failures.count())
                .set(APP_USER.LOCKED_UNTIL, failures.lockedUntil())
                .where(APP_USER.ID.eq(userId))
                .execute();
    }

    private static Viewer self(long userId) {
        return new Viewer(userId, 0, "", java.util.Set.of(), Map.of(), Map.of(), false);
    }

    /** {@code userId} is 0 and {@code hash} null where there is nobody to sign in. */
    private record Attempt(long userId, @Nullable String hash, Duration locked) {}

    private record Failures(int count, @Nullable Instant lockedUntil) {
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
