package qiji.organization.identity;

import static db.organization.Tables.APP_USER;
import static db.platform.Tables.INSTALLATION;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Audits;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.AccessChanged;
import qiji.organization.OrganizationProblem;
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
    private final Throttle throttle;
    private final Writing writing;
    private final Audits audits;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String version;

    Accounts(
            DSLContext jooq,
            Passwords passwords,
            Sessions sessions,
            Throttle throttle,
            Writing writing,
            Audits audits,
            ApplicationEventPublisher events,
            Clock clock,
            ObjectProvider<BuildProperties> build) {
        this.jooq = jooq;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
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
     * after too many wrong ones: who finds a page open must not find out the password by it.
     */
    @Transactional
    public void changePassword(String currentPassword, String newPassword, SignedIn signedIn) {
        Viewer viewer = signedIn.getPrincipal();
        if (signedIn.sessionId() == null) {
            throw new Problem(OrganizationProblem.NOT_BY_TOKEN);
        }
        long wait = throttle.trying("password of " + viewer.userId());
        if (wait > 0) {
            throw new Problem(OrganizationProblem.LOCKED_OUT).with("retryAfterSeconds", wait);
        }
        var user = jooq.selectFrom(APP_USER)
                .where(APP_USER.ID.eq(viewer.userId()))
                .forUpdate()
                .fetchSingle();
        if (!passwords.matches(currentPassword, user.getPasswordHash())) {
            throw Problem.invalid(List.of(
                    FieldFault.of("currentPassword", "wrong-password", Words.of("密码不正确", "The password is wrong"))));
        }
        setPassword(
                viewer.userId(),
                passwords.hash(newPassword, user.getUsername(), user.getPasswordHash(), "newPassword"),
                viewer);
        sessions.revokeAll(viewer.userId(), signedIn.sessionId(), viewer);
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
