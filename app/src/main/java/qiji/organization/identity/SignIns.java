package qiji.organization.identity;

import static db.organization.Tables.APP_USER;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Audits;
import qiji.access.Viewer;
import qiji.organization.identity.Attempts.Attempt;
import qiji.organization.identity.Attempts.Failures;
import qiji.organization.identity.SignInResult.LockedOut;
import qiji.organization.identity.SignInResult.Opened;
import qiji.organization.identity.SignInResult.Refused;
import qiji.organization.identity.password.Passwords;

/**
 * Signing in by password. Hashing holds no connection. An unknown user is treated, and takes as long, as a known one. [A6]
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
    private final Attempts attempts;
    private final Audits audits;
    private final Clock clock;

    SignIns(
            DSLContext jooq,
            TransactionTemplate transaction,
            Passwords passwords,
            Sessions sessions,
            Attempts attempts,
            Audits audits,
            Clock clock) {
        this.jooq = jooq;
        this.transaction = transaction;
        this.passwords = passwords;
        this.sessions = sessions;
        this.attempts = attempts;
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
        return attempts.by(name).orElseGet(() -> countUnknown(name));
    }

    private Attempt countUnknown(String name) {
        Failures before = ofUnknown.get(name, _ -> Failures.NONE);
        Duration locked = before.lockedAt(clock.instant());
        if (locked.isZero()) {
            ofUnknown.put(name, before.another(clock.instant()));
        }
        return new Attempt(0, name, null, locked);
    }

    private SignInResult opened(Attempt attempt, String agent) {
        attempts.wasRight(attempt);
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

    private static Viewer self(long userId) {
        return new Viewer(userId, 0, "", java.util.Set.of(), Map.of(), Map.of(), false);
    }
}
