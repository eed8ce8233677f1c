package qiji.notification;

import static db.notification.Tables.NOTICE;
import static db.organization.Tables.APP_USER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import db.notification.tables.records.NoticeRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.InsertReturningStep;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import qiji.access.Notice;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** The notices in {@code notification.notice}. */
@Component
class NoticeStore {
    private final DSLContext jooq;
    private final JsonMapper json;

    NoticeStore(DSLContext jooq, JsonMapper json) {
        this.jooq = jooq;
        this.json = json;
    }

    /** Whom it was told now: the active ones among them, who had not been told it before. */
    List<Long> insert(Notice notice, Instant at) {
        return insertion(notice, at).returningResult(NOTICE.USER_ID).fetch(NOTICE.USER_ID);
    }

    /** Many at once, in one way to the database. */
    void insert(Collection<Notice> notices, Instant at) {
        jooq.batch(notices.stream()
                        .filter(notice -> !notice.users().isEmpty())
                        .map(notice -> insertion(notice, at))
                        .toList())
                .execute();
    }

    private InsertReturningStep<NoticeRecord> insertion(Notice notice, Instant at) {
        RecordRef about = notice.about();
        return jooq.insertInto(
                        NOTICE,
                        NOTICE.USER_ID,
                        NOTICE.KIND,
                        NOTICE.RECORD_TYPE,
                        NOTICE.RECORD_ID,
                        NOTICE.PARAMS,
                        NOTICE.KEY,
                        NOTICE.AT)
                .select(select(
                                APP_USER.ID,
                                val(notice.kind().code()),
                                val(about == null ? null : about.type(), NOTICE.RECORD_TYPE),
                                val(about == null ? null : about.id(), NOTICE.RECORD_ID),
                                val(JSONB.valueOf(json.writeValueAsString(notice.params()))),
                                val(notice.key(), NOTICE.KEY),
                                val(at))
                        .from(APP_USER)
                        .where(APP_USER.ID.eq(any(notice.users().toArray(Long[]::new))))
                        .and(APP_USER.STATE.eq("ACTIVE"))
                        // Two that tell the same at once wait for each other in the same order.
                        .orderBy(APP_USER.ID))
                .onConflictDoNothing();
    }

    /** One of the viewer's own; whether there is such. */
    boolean markRead(long id, Instant at, Viewer viewer) {
        return jooq.update(NOTICE)
                        .set(NOTICE.READ_AT, org.jooq.impl.DSL.coalesce(NOTICE.READ_AT, val(at)))
                        .where(NOTICE.ID.eq(id))
                        .and(NOTICE.USER_ID.eq(viewer.userId()))
                        .execute()
                > 0;
    }

    /** Those up to {@code newest}, so that what came meanwhile stays unread; how many. */
    int markAllRead(long newest, Instant at, Viewer viewer) {
        return jooq.update(NOTICE)
                .set(NOTICE.READ_AT, at)
                .where(NOTICE.USER_ID.eq(viewer.userId()))
                .and(NOTICE.READ_AT.isNull())
                .and(NOTICE.ID.le(newest))
                .execute();
    }

    /** Throws away at most {@code most} that are older; how many. */
    int removeOlderThan(Instant at, int most) {
        return jooq.deleteFrom(NOTICE)
                .where(NOTICE.ID.in(select(NOTICE.ID)
                        .from(NOTICE)
                        .where(NOTICE.AT.lt(at))
                        .orderBy(NOTICE.AT)
                        .limit(most)
                        .forUpdate()
                        .skipLocked()))
                .execute();
    }

    /** Heard on every node when the transaction has committed. */
    void call(Collection<Long> users) {
        NoticeCall.of(users).forEach(call -> jooq.select(call.inSql()).fetch());
    }

    void callAccessChanged() {
        jooq.select(NoticeCall.ACCESS_CHANGED.inSql()).fetch();
    }
}
