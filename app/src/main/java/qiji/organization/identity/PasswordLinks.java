package qiji.organization.identity;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.PASSWORD_LINK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.OrganizationProblem;
import qiji.organization.identity.password.Passwords;
import qiji.platform.Problem;

/** One-time links by which a user who cannot sign in sets a password. Made by administrators, who never learn it. [A6] */
@Component
public class PasswordLinks {
    private static final Duration HOLDS = Duration.ofHours(24);

    private final DSLContext jooq;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Writing writing;
    private final Clock clock;
    private final String address;

    PasswordLinks(
            DSLContext jooq,
            Passwords passwords,
            Accounts accounts,
            Sessions sessions,
            Writing writing,
            Clock clock,
            @Value("${qiji.address:}") String address) {
        this.jooq = jooq;
        this.passwords = passwords;
        this.accounts = accounts;
        this.sessions = sessions;
        this.writing = writing;
        this.clock = clock;
        this.address = address;
    }

    /** A link to a page of this installation, and until when it holds. */
    public record Link(String link, Instant expiresAt) {}

    /** Links made before hold no more. Whether the viewer may do this is for the caller to know. */
    @Transactional
    public Link make(long userId, Viewer viewer) {
        OpaqueToken token = OpaqueToken.fresh();
        Instant expiresAt = clock.instant().plus(HOLDS);
        writing.by(viewer);
        retire(userId);
        jooq.insertInto(PASSWORD_LINK)
                .set(PASSWORD_LINK.TOKEN_HASH, token.hash())
                .set(PASSWORD_LINK.USER_ID, userId)
                .set(PASSWORD_LINK.EXPIRES_AT, expiresAt)
                .execute();
        return new Link(address + "/reset?token=" + token.value(), expiresAt);
    }

    /** Ends all sessions of the user. Throws LINK_INVALID, or INVALID_FIELDS for a weak password: the link then still holds. */
    @Transactional
    public void use(OpaqueToken token, String password) {
        var user = jooq.select(APP_USER.ID, APP_USER.USERNAME, APP_USER.PASSWORD_HASH, APP_USER.NAME)
                .from(PASSWORD_LINK)
                .join(APP_USER)
                .on(APP_USER.ID.eq(PASSWORD_LINK.USER_ID))
                .where(PASSWORD_LINK.TOKEN_HASH.eq(token.hash()))
                .and(PASSWORD_LINK.USED_AT.isNull())
                .and(PASSWORD_LINK.EXPIRES_AT.gt(clock.instant()))
                .and(APP_USER.STATE.eq("ACTIVE"))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new Problem(OrganizationProblem.LINK_INVALID));
        long userId = user.value1();
        Viewer system = Viewer.system("password link");
        accounts.setPassword(userId, passwords.hash(password, user.value2(), user.value3(), "password"), system);
        retire(userId);
        sessions.revokeAll(userId, null, system);
    }

    private void retire(long userId) {
        jooq.update(PASSWORD_LINK)
                .set(PASSWORD_LINK.USED_AT, clock.instant())
                .where(PASSWORD_LINK.USER_ID.eq(userId))
                .and(PASSWORD_LINK.USED_AT.isNull())
                .execute();
    }
}
