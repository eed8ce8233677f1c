package qiji.notification;

import static db.notification.Tables.NOTICE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import db.notification.tables.records.NoticeRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;

/** One's own notices, and nobody else's. */
@Component
class NoticeQueries {
    private final DSLContext jooq;

    NoticeQueries(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The newest first, those that follow {@code after} if it is given. Served by notice_by_user. */
    List<NoticeRecord> page(@Nullable Long after, int limit, Viewer viewer) {
        return jooq.selectFrom(NOTICE)
                .where(NOTICE.USER_ID.eq(viewer.userId()))
                .and(after == null ? noCondition() : NOTICE.ID.lt(after))
                .orderBy(NOTICE.ID.desc())
                .limit(limit)
                .fetch();
    }

    /** Up to {@link NoticePage#MOST_COUNTED}. Served by notice_unread. */
    int unread(Viewer viewer) {
        return jooq.fetchSingle(unreadOf(org.jooq.impl.DSL.val(viewer.userId())))
                .value1();
    }

    /** For each of these users, what differs as soon as something is told to them, or read. */
    Map<Long, String> marks(Collection<Long> users, Viewer system) {
        if (!system.isSystem() || users.isEmpty()) {
            return Map.of();
        }
        var told = db.organization.Tables.APP_USER;
        var newest = NOTICE.as("newest");
        return jooq.select(
                        told.ID,
                        coalesce(field(select(max(newest.ID)).from(newest).where(newest.USER_ID.eq(told.ID))), 0L),
                        field(unreadOf(told.ID)))
                .from(told)
                .where(told.ID.eq(any(users.toArray(Long[]::new))))
                .fetchMap(told.ID, row -> row.value2() + "/" + row.value3());
    }

    private static org.jooq.Select<org.jooq.Record1<Integer>> unreadOf(Field<Long> user) {
        return selectCount()
                .from(selectOne()
                        .from(NOTICE)
                        .where(NOTICE.USER_ID.eq(user))
                        .and(NOTICE.READ_AT.isNull())
                        .limit(NoticePage.MOST_COUNTED));
    }
}
