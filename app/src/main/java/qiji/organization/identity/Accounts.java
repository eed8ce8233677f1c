package qiji.organization.identity;

import static db.organization.Tables.APP_USER;
import static db.platform.Tables.INSTALLATION;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Audits;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.AccessChanged;
import qiji.organization.OrganizationProblem;
import qiji.organization.identity.Attempts.Attempt;
import qiji.organization.identity.password.Passwords;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/** What people do with their own account. */
@Component
class Accounts {
    private final DSLContext jooq;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Attempts attempts;
    private final TransactionTemplate transaction;
    private final Writing writing;
    private final Audits audits;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String version;

    Accounts(
            DSLContext jooq,
            Passwords passwords,
            Sessions sessions,
            Attempts attempts,
            TransactionTemplate transaction,
            Writing writing,
            Audits audits,
            ApplicationEventPublisher events,
            Clock clock,
            ObjectProvider<BuildProperties> build) {
        this.jooq = jooq;
        this.passwords = passwords;
        this.sessions = sessions;
        this.attempts = attempts;
        this.transaction = transaction;
        this.writing = writing;
        this.audits = audits;
        this.events = events;
        this.clock = clock;
        BuildProperties built = build.getIfAvailable();
        this.version = built == null ? "dev" : Objects.requireNonNullElse(built.getVersion(), "dev");
    }

    @Transactional(readOnly = true)
    public CurrentSession current(SignedIn signedIn) {
        Viewer viewer = signedIn.getPrincipal();
        List<String> permissions = viewer.permissions().stream().sorted().toList();
        return jooq.select(
                        APP_USER.NAME,
                        APP_USER.USERNAME,
                        APP_USER.DEPARTMENT_ID,
                        APP_USER.LANGUAGE,
                        jooq.select(INSTALLATION.DEMO).from(INSTALLATION).asField())
                .from(APP_USER)
                .where(APP_USER.ID.eq(viewer.userId()))
                .fetchSingle(row -> new CurrentSession(
                        new CurrentSession.Person(viewer.userId(), row.value1(), row.value2(), row.value3()),
                        permissions,
                        signedIn.mustChangePassword(),
                        Boolean.TRUE.equals(row.get(4)),
                        version,
                        row.value4()));
    }

    /**
     * Ends all other sessions. Throws INVALID_FIELDS for a wrong old or a weak new password, NOT_BY_TOKEN, LOCKED_OUT
     * after too many wrong ones, which count as those at sign-in do: who finds a page open must not find out the
     * password by it.
     */
    void changePassword(String currentPassword, String newPassword, SignedIn signedIn) {
        Viewer viewer = signedIn.getPrincipal();
        if (signedIn.sessionId() == null) {
            throw new Problem(OrganizationProblem.NOT_BY_TOKEN);
        }
        Attempt attempt = transaction.execute(_ -> attempts.by(viewer.userId()).orElseThrow(Problem::notFound));
        if (!attempt.locked().isZero()) {
            throw lockedOut(attempt.locked());
        }
        if (!passwords.matches(currentPassword, attempt.hash())) {
            transaction.executeWithoutResult(_ -> audits.record(
                    viewer, "password-change-failed", "organization.app_user", viewer.userId(), Map.of()));
            throw Problem.invalid(List.of(
                    FieldFault.of("currentPassword", "wrong-password", Words.of("密码不正确", "The password is wrong"))));
        }
        transaction.executeWithoutResult(_ -> attempts.wasRight(attempt));
        String hash = passwords.hash(newPassword, attempt.username(), attempt.hash(), "newPassword");
        transaction.executeWithoutResult(_ -> {
            setPassword(viewer.userId(), hash, viewer);
            sessions.revokeAll(viewer.userId(), signedIn.sessionId(), viewer);
        });
    }

    private static Problem lockedOut(Duration wait) {
        return new Problem(OrganizationProblem.LOCKED_OUT).with("retryAfterSeconds", wait.toSeconds() + 1);
    }

    /** Also ends a lock-out, and the duty to change it. */
    void setPassword(long userId, String hash, Viewer viewer) {
        writing.by(viewer);
        jooq.update(APP_USER)
                .set(APP_USER.PASSWORD_HASH, hash)
                .set(APP_USER.PASSWORD_CHANGED_AT, clock.instant())
                .set(APP_USER.MUST_CHANGE_PASSWORD, false)
                .set(APP_USER.FAILED_SIGN_INS, 0)
                .setNull(APP_USER.LOCKED_UNTIL)
                .where(APP_USER.ID.eq(userId))
                .execute();
        audits.record(viewer, "password-changed", "organization.app_user", userId, Map.of());
        events.publishEvent(new AccessChanged());
    }
}
