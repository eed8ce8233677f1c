package qiji.organization.identity;

import static db.organization.Tables.API_TOKEN;
import static db.organization.Tables.APP_USER;
import static db.organization.Tables.SESSION;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.organization.AccessChanged;
import qiji.organization.Viewers;

/**
 * Who a session's or an API token's secret belongs to. Remembered for half a second, and forgotten at once where rights
 * or sessions change: so a revoked session and a changed right hold on every node within a second.
 */
@Component
class Authentications {
    private static final Duration REMEMBERED = Duration.ofMillis(500);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final int MANY = 10_000;

    private final Cache<String, SignedIn> known =
            Caffeine.newBuilder().maximumSize(MANY).expireAfterWrite(REMEMBERED).build();
    private final DSLContext jooq;
    private final Viewers viewers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Authentications(DSLContext jooq, Viewers viewers, TransactionTemplate transaction, Clock clock) {
        this.jooq = jooq;
        this.viewers = viewers;
        this.transaction = transaction;
        this.clock = clock;
    }

    Optional<SignedIn> ofSession(OpaqueToken token) {
        return remembered("session " + HexFormat.of().formatHex(token.hash()), () -> findSession(token));
    }

    Optional<SignedIn> ofApiToken(OpaqueToken token) {
        return remembered("token " + HexFormat.of().formatHex(token.hash()), () -> findApiToken(token));
    }

    private Optional<SignedIn> remembered(String key, Supplier<Optional<SignedIn>> find) {
        SignedIn there = known.getIfPresent(key);
        if (there != null) {
            return Optional.of(there);
        }
        Optional<SignedIn> found = transaction.execute(_ -> find.get());
        found.ifPresent(signedIn -> known.put(key, signedIn));
        return found;
    }

    /** Before the change is committed, so that the one who makes it sees it, and again after, when all can. */
    @EventListener
    void forget(AccessChanged changed) {
        known.invalidateAll();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    known.invalidateAll();
                }
            });
        }
    }

    private Optional<SignedIn> findSession(OpaqueToken token) {
        Instant now = clock.instant();
        return jooq.select(SESSION.ID, SESSION.USER_ID, SESSION.LAST_SEEN_AT, APP_USER.MUST_CHANGE_PASSWORD)
                .from(SESSION)
                .join(APP_USER)
                .on(APP_USER.ID.eq(SESSION.USER_ID))
                .where(SESSION.TOKEN_HASH.eq(token.hash()))
                .and(Sessions.alive(now))
                .fetchOptional()
                .flatMap(row -> {
                    if (row.value3().isBefore(now.minus(SEEN_EVERY))) {
                        jooq.update(SESSION)
                                .set(SESSION.LAST_SEEN_AT, now)
                                .where(SESSION.ID.eq(row.value1()))
                                .and(SESSION.LAST_SEEN_AT.lt(now.minus(SEEN_EVERY)))
                                .execute();
                    }
                    return viewers.find(row.value2())
                            .map(viewer -> SignedIn.bySession(viewer, row.value1(), row.value4()));
                });
    }

    private Optional<SignedIn> findApiToken(OpaqueToken token) {
        Instant now = clock.instant();
        return jooq.select(
                        API_TOKEN.ID,
                        API_TOKEN.USER_ID,
                        API_TOKEN.LAST_USED_AT,
                        APP_USER.MUST_CHANGE_PASSWORD,
                        API_TOKEN.SCOPE,
                        API_TOKEN.PERMISSIONS)
                .from(API_TOKEN)
                .join(APP_USER)
                .on(APP_USER.ID.eq(API_TOKEN.USER_ID))
                .where(API_TOKEN.TOKEN_HASH.eq(token.hash()))
                .and(API_TOKEN.REVOKED_AT.isNull())
                .and(API_TOKEN.EXPIRES_AT.gt(now))
                .fetchOptional()
                .flatMap(row -> {
                    if (row.value3() == null || row.value3().isBefore(now.minus(SEEN_EVERY))) {
                        jooq.update(API_TOKEN)
                                .set(API_TOKEN.LAST_USED_AT, now)
                                .where(API_TOKEN.ID.eq(row.value1()))
                                .execute();
                    }
                    TokenScope scope = TokenScope.valueOf(row.value5());
                    return viewers.find(row.value2())
                            .map(owner ->
                                    SignedIn.byToken(scope.limit(owner, Set.of(row.value6())), scope, row.value4()));
                });
    }
}
