package qiji.organization.sharing;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.SHARE;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.RecordAccess;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.platform.Time;

/** Reads to whom a record is shown; names of colleagues are no secret to who sees the record. */
@Repository
class ShareQueries {
    private final DSLContext jooq;
    private final RecordAccess access;

    ShareQueries(DSLContext jooq, RecordAccess access) {
        this.jooq = jooq;
        this.access = access;
    }

    /** Those that have not ended, the latest first: at most {@code limit}, of those before the share {@code after}. */
    ShareRow.Page of(RecordRef record, @Nullable Long after, int limit, Viewer viewer) {
        var giver = APP_USER.as("giver");
        List<ShareRow> rows = jooq.select(
                        SHARE.ID,
                        APP_USER.ID,
                        APP_USER.NAME,
                        APP_USER.TITLE,
                        giver.NAME,
                        SHARE.SHARED_AT,
                        SHARE.ENDS_AT)
                .from(SHARE)
                .join(APP_USER)
                .on(APP_USER.ID.eq(SHARE.USER_ID))
                .leftJoin(giver)
                .on(giver.ID.eq(SHARE.SHARED_BY))
                .where(SHARE.RECORD_TYPE.eq(record.type()))
                .and(SHARE.RECORD_ID.eq(record.id()))
                .and(access.visible(viewer, SHARE.RECORD_TYPE, SHARE.RECORD_ID))
                .and(Shares.isOn())
                .and(after == null ? noCondition() : SHARE.ID.lt(after))
                .orderBy(SHARE.ID.desc())
                .limit(limit + 1)
                .fetch(row -> new ShareRow(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        lastDay(row.value7())));
        return rows.size() <= limit
                ? new ShareRow.Page(rows, null)
                : new ShareRow.Page(
                        rows.subList(0, limit),
                        Long.toString(rows.get(limit - 1).id()));
    }

    private static @Nullable LocalDate lastDay(@Nullable Instant endsAt) {
        return endsAt == null ? null : LocalDate.ofInstant(endsAt.minusNanos(1), Time.ZONE);
    }
}
