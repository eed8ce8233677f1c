package qiji.organization.identity;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.SESSION;
import static org.jooq.impl.DSL.noCondition;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Audits;
import qiji.access.Origin;
import qiji.access.Viewer;
import qiji.organization.AccessChanged;
import qiji.organization.SignIns;
import qiji.platform.Problem;

/** Where people are signed in. A session ends by sign-out, by being revoked, unused for a while, or grown old. [A6] */
@Component
class Sessions implements SignIns {
    static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration IDLE = Duration.ofDays(3);
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int AGENT_LENGTH = 300;

    private final DSLContext jooq;
    private final Clock clock;
    private final Origin origin;
    private final Audits audits;
    private final ApplicationEventPublisher events;

    Sessions(DSLContext jooq, Clock clock, Origin origin, Audits audits, ApplicationEventPublisher events) {
        this.jooq = jooq;
        this.clock = clock;
        this.origin = origin;
        this.audits = audits;
        this.events = events;
    }

    /** Neither revoked, nor too old, nor unused for too long; of a user who is active. */
    static Condition alive(Instant now) {
        return SESSION.REVOKED_AT
                .isNull()
                .and(SESSION.EXPIRES_AT.gt(now))
                .and(SESSION.LAST_SEEN_AT.gt(now.minus(IDLE)))
                .and(APP_USER.STATE.eq("ACTIVE"));
    }

    @Override
    public Optional<Long> sessionOf(@Nullable Principal who) {
        return who instanceof SignedIn signedIn ? Optional.ofNullable(signedIn.sessionId()) : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Long> alive(Collection<Long> sessions) {
        return jooq.select(SESSION.ID)
                .from(SESSION)
                .join(APP_USER)
                .on(APP_USER.ID.eq(SESSION.USER_ID))
                .where(SESSION.ID.eq(DSL.any(sessions.toArray(Long[]::new))))
                .and(alive(clock.instant()))
                .fetchSet(SESSION.ID);
    }

    /** Always a new token: one that was there before signing in is never taken over. */
    OpaqueToken open(long userId, String agent) {
        OpaqueToken token = OpaqueToken.fresh();
        Instant now = clock.instant();
        jooq.deleteFrom(SESSION)
                .where(SESSION.USER_ID.eq(userId))
                .and(SESSION.EXPIRES_AT.lt(now.minus(KEPT)))
                .execute();
        jooq.insertInto(SESSION)
                .set(SESSION.TOKEN_HASH, token.hash())
                .set(SESSION.USER_ID, userId)
                .set(SESSION.CREATED_AT, now)
                .set(SESSION.LAST_SEEN_AT, now)
                .set(SESSION.EXPIRES_AT, now.plus(LONGEST))
                .set(SESSION.ADDRESS, origin.here())
                .set(SESSION.AGENT, agent.length() > AGENT_LENGTH ? agent.substring(0, AGENT_LENGTH) : agent)
                .execute();
        return token;
    }

    @Transactional(readOnly = true)
    public List<SessionRow> of(long userId, @Nullable Long current, Viewer viewer) {
        return jooq.select(SESSION.ID, SESSION.CREATED_AT, SESSION.LAST_SEEN_AT, SESSION.ADDRESS, SESSION.AGENT)
                .from(SESSION)
                .join(APP_USER)
                .on(APP_USER.ID.eq(SESSION.USER_ID))
                .where(SESSION.USER_ID.eq(userId))
                .and(alive(clock.instant()))
                .orderBy(SESSION.LAST_SEEN_AT.desc(), SESSION.ID.desc())
                .fetch(row -> new SessionRow(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        Objects.equals(row.value1(), current)));
    }

    /** Ends one session of the viewer's own. Throws NOT_FOUND if it is not theirs or has ended. */
    @Transactional
    public void revoke(long sessionId, Viewer viewer) {
        if (end(SESSION.ID.eq(sessionId).and(SESSION.USER_ID.eq(viewer.userId()))) == 0) {
            throw Problem.notFound();
        }
        audits.record(viewer, "session-revoked", "organization.session", sessionId, Map.of());
    }

    /** Ends all sessions of a user, but for {@code kept}. Whether the viewer may is for the caller to know. */
    @Transactional
    public void revokeAll(long userId, @Nullable Long kept, Viewer viewer) {
        int ended = end(SESSION.USER_ID.eq(userId).and(kept == null ? noCondition() : SESSION.ID.ne(kept)));
        if (ended > 0) {
            audits.record(viewer, "sessions-revoked", "organization.app_user", userId, Map.of("sessions", ended));
        }
    }

    @Transactional
    public void signOut(SignedIn signedIn) {
        Long sessionId = signedIn.sessionId();
        if (sessionId != null && end(SESSION.ID.eq(sessionId)) > 0) {
            Viewer viewer = signedIn.getPrincipal();
            audits.record(viewer, "sign-out", "organization.app_user", viewer.userId(), Map.of());
        }
    }

    private int end(Condition which) {
        events.publishEvent(new AccessChanged());
        return jooq.update(SESSION)
                .set(SESSION.REVOKED_AT, clock.instant())
                .where(which)
                .and(SESSION.REVOKED_AT.isNull())
                .execute();
    }
}
