package qiji.organization.identity;

import static db.organization.Tables.API_TOKEN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.AccessChanged;
import qiji.organization.OrganizationProblem;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/** Secrets by which programs act in the name of the person who made them, with the rights that they gave it. [A6] */
@Component
class ApiTokens {
    private static final int LONGEST_DAYS = 366;
    private static final int MOST = 50;

    private final DSLContext jooq;
    private final Writing writing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiTokens(DSLContext jooq, Writing writing, ApplicationEventPublisher events, Clock clock) {
        this.jooq = jooq;
        this.writing = writing;
        this.events = events;
        this.clock = clock;
    }

    record Made(long id, OpaqueToken token) {}

    /** Those that still hold. */
    @Transactional(readOnly = true)
    public List<TokenRow> of(Viewer viewer) {
        return jooq.selectFrom(API_TOKEN)
                .where(API_TOKEN.USER_ID.eq(viewer.userId()))
                .and(API_TOKEN.REVOKED_AT.isNull())
                .and(API_TOKEN.EXPIRES_AT.gt(clock.instant()))
                .orderBy(API_TOKEN.ID.desc())
                .fetch(row -> new TokenRow(
                        row.getId(),
                        row.getName(),
                        TokenScope.valueOf(row.getScope()),
                        List.of(row.getPermissions()),
                        row.getCreatedAt(),
                        LocalDate.ofInstant(row.getExpiresAt().minusSeconds(1), clock.getZone()),
                        row.getLastUsedAt()));
    }

    /** The secret is in the answer and nowhere else. Throws NOT_BY_TOKEN: a stolen token must not prolong itself. */
    @Transactional
    public Made make(TokenDraft draft, SignedIn signedIn) {
        Viewer viewer = signedIn.getPrincipal();
        viewer.mustBeAllowed("token:own");
        if (signedIn.sessionId() == null) {
            throw new Problem(OrganizationProblem.NOT_BY_TOKEN);
        }
        mustHoldForAWhile(draft.expiresOn());
        List<FieldFault> faults = draft.faults(viewer);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        if (of(viewer).size() >= MOST) {
            throw fault("name", "too-many", Words.of("令牌已达上限，请先撤销不用的", "You have too many tokens: revoke some first"));
        }
        OpaqueToken token = OpaqueToken.fresh();
        writing.by(viewer);
        long id = jooq.insertInto(API_TOKEN)
                .set(API_TOKEN.TOKEN_HASH, token.hash())
                .set(API_TOKEN.USER_ID, viewer.userId())
                .set(API_TOKEN.NAME, draft.name().strip())
                .set(API_TOKEN.SCOPE, draft.scope().name())
                .set(API_TOKEN.PERMISSIONS, draft.chosen())
                .set(API_TOKEN.EXPIRES_AT, endOf(draft.expiresOn()))
                .returningResult(API_TOKEN.ID)
                .fetchSingle()
                .value1();
        return new Made(id, token);
    }

    /** Throws NOT_FOUND if it is not the viewer's or holds no more. */
    @Transactional
    public void revoke(long id, Viewer viewer) {
        writing.by(viewer);
        int revoked = jooq.update(API_TOKEN)
                .set(API_TOKEN.REVOKED_AT, clock.instant())
                .where(API_TOKEN.ID.eq(id))
                .and(API_TOKEN.USER_ID.eq(viewer.userId()))
                .and(API_TOKEN.REVOKED_AT.isNull())
                .execute();
        if (revoked == 0) {
            throw Problem.notFound();
        }
        events.publishEvent(new AccessChanged());
    }

    private void mustHoldForAWhile(LocalDate expiresOn) {
        LocalDate today = LocalDate.now(clock);
        if (expiresOn.isBefore(today) || expiresOn.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw fault(
                    "expiresOn", "out-of-range", Words.of("有效期须在今天起一年之内", "It must expire within a year from today"));
        }
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private static Problem fault(String field, String code, Words words) {
        return Problem.invalid(List.of(FieldFault.of(field, code, words)));
    }
}
