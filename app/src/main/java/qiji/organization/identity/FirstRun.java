package qiji.organization.identity;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.ROLE;
import static db.organization.Tables.USER_ROLE;
import static db.platform.Tables.INSTALLATION;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.organization.OrganizationProblem;
import qiji.organization.identity.password.Passwords;
import qiji.platform.Problem;

/** The first run: nobody can sign in yet, so who starts the system gives {@code admin} a password. [A6] */
@Component
public class FirstRun {
    private static final Duration HOLDS = Duration.ofHours(24);
    private static final String ADMIN = "admin";
    private static final Viewer SYSTEM = Viewer.system("first run");

    private final DSLContext jooq;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Clock clock;

    FirstRun(DSLContext jooq, Passwords passwords, Accounts accounts, Clock clock) {
        this.jooq = jooq;
        this.passwords = passwords;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether no active system administrator has a password. */
    @Transactional(readOnly = true)
    public boolean isNeeded() {
        return !jooq.fetchExists(jooq.selectOne()
                .from(APP_USER)
                .join(USER_ROLE)
                .on(USER_ROLE.USER_ID.eq(APP_USER.ID))
                .join(ROLE)
                .on(ROLE.ID.eq(USER_ROLE.ROLE_ID))
                .where(ROLE.CODE.eq("SYSTEM_ADMIN"))
                .and(APP_USER.STATE.eq("ACTIVE"))
                .and(APP_USER.PASSWORD_HASH.isNotNull()));
    }

    /** A token that lets whoever shows it set the password once; the one made before holds no more. Empty if not needed. */
    @Transactional
    public Optional<OpaqueToken> newToken() {
        if (!isNeeded()) {
            return Optional.empty();
        }
        OpaqueToken token = OpaqueToken.fresh();
        jooq.update(INSTALLATION)
                .set(INSTALLATION.SETUP_HASH, token.hash())
                .set(INSTALLATION.SETUP_UNTIL, clock.instant().plus(HOLDS))
                .execute();
        return Optional.of(token);
    }

    /** Throws SETUP_DONE, LINK_INVALID, or INVALID_FIELDS for a weak password. */
    @Transactional
    public void complete(OpaqueToken token, String password) {
        boolean holds = jooq.fetchExists(jooq.selectFrom(INSTALLATION)
                .where(INSTALLATION.SETUP_HASH.eq(token.hash()))
                .and(INSTALLATION.SETUP_UNTIL.gt(clock.instant()))
                .forUpdate());
        if (!isNeeded()) {
            throw new Problem(OrganizationProblem.SETUP_DONE);
        }
        if (!holds) {
            throw new Problem(OrganizationProblem.LINK_INVALID);
        }
        setAdminPassword(password);
    }

    /** Throws SETUP_DONE if it is not needed, INVALID_FIELDS for a weak password. */
    @Transactional
    public void setAdminPassword(String password) {
        if (!isNeeded()) {
            throw new Problem(OrganizationProblem.SETUP_DONE);
        }
        long admin = jooq.select(APP_USER.ID)
                .from(APP_USER)
                .where(APP_USER.USERNAME.eq(ADMIN))
                .fetchSingle()
                .value1();
        accounts.setPassword(admin, passwords.hash(password, ADMIN, null, "password"), SYSTEM);
        jooq.update(INSTALLATION)
                .setNull(INSTALLATION.SETUP_HASH)
                .setNull(INSTALLATION.SETUP_UNTIL)
                .execute();
    }
}
