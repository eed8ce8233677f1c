package qiji.organization.sharing;

import static db.organization.Tables.APP_USER;
import static db.organization.Tables.SHARE;
import static org.jooq.impl.DSL.currentTimestamp;
import static org.jooq.impl.DSL.select;

import db.organization.tables.AppUserTable;
import db.organization.tables.records.ShareRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Reason;
import qiji.access.RecordAccess;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.UserState;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;

/** One record shown to one user who would not see it else, for ever or until a day. It only adds to what scope gives. [A3] */
@Component
public class Shares {
    /** Why it is seen, told to people. */
    public static final Words WHY = Words.of("被单独共享", "It was shared with them");

    private final DSLContext jooq;
    private final ShareQueries queries;
    private final RecordAccess access;
    private final Writing writing;
    private final Clock clock;

    Shares(DSLContext jooq, ShareQueries queries, RecordAccess access, Writing writing, Clock clock) {
        this.jooq = jooq;
        this.queries = queries;
        this.access = access;
        this.writing = writing;
        this.clock = clock;
    }

    /** The ids of the records of {@code type} that are shown to the viewer now. */
    public static Select<Record1<Long>> with(Viewer viewer, String type) {
        return select(SHARE.RECORD_ID)
                .from(SHARE)
                .where(SHARE.USER_ID.eq(viewer.userId()))
                .and(SHARE.RECORD_TYPE.eq(type))
                .and(isOn());
    }

    /** That the record {@code id} was shared with the viewer, told by who did so. */
    public static Reason named(Reason shared, Viewer viewer, String type, Field<Long> id) {
        AppUserTable giver = APP_USER.as("giver");
        return shared.naming(
                DSL.field(select(giver.NAME)
                        .from(SHARE)
                        .join(giver)
                        .on(giver.ID.eq(SHARE.SHARED_BY))
                        .where(SHARE.RECORD_ID.eq(id))
                        .and(SHARE.RECORD_TYPE.eq(type))
                        .and(SHARE.USER_ID.eq(viewer.userId()))),
                name -> Words.of("由“%s”单独共享", "It was shared with them by “%s”").with(name));
    }

    /** What has not ended. */
    static Condition isOn() {
        return SHARE.ENDS_AT.isNull().or(SHARE.ENDS_AT.gt(currentTimestamp().cast(SHARE.ENDS_AT)));
    }

    /** To whom the record is shown, the latest first. Throws NOT_FOUND. */
    @Transactional(readOnly = true)
    public ShareRow.Page of(RecordRef record, @Nullable Long after, int limit, Viewer viewer) {
        access.mustSee(viewer, record);
        return queries.of(record, after, limit, viewer);
    }

    /**
     * Shows it through the day {@code until}, null for ever; to someone who is shown it already, from now on so. Throws
     * NOT_FOUND, FORBIDDEN unless the viewer may change it, INVALID_FIELDS.
     */
    @Transactional
    public long share(RecordRef record, long userId, @Nullable LocalDate until, Viewer viewer) {
        access.mustShare(viewer, record);
        mustBeActive(userId);
        mustBeNear(until);
        Instant endsAt =
                until == null ? null : until.plusDays(1).atStartOfDay(Time.ZONE).toInstant();
        if (endsAt != null && !endsAt.isAfter(clock.instant())) {
            throw fault("until", "in-past", Words.of("截止日期不能早于今天", "It must not end before today"));
        }
        writing.by(viewer);
        ShareRecord there = jooq.selectFrom(SHARE)
                .where(SHARE.RECORD_TYPE.eq(record.type()))
                .and(SHARE.RECORD_ID.eq(record.id()))
                .and(SHARE.USER_ID.eq(userId))
                .forUpdate()
                .fetchOne();
        return there == null ? insert(record, userId, endsAt, viewer) : prolong(there, endsAt, viewer);
    }

    private long insert(RecordRef record, long userId, @Nullable Instant endsAt, Viewer viewer) {
        return jooq.insertInto(SHARE)
                .set(SHARE.RECORD_TYPE, record.type())
                .set(SHARE.RECORD_ID, record.id())
                .set(SHARE.USER_ID, userId)
                .set(SHARE.SHARED_BY, viewer.userId())
                .set(SHARE.SHARED_AT, clock.instant())
                .set(SHARE.ENDS_AT, endsAt)
                .returningResult(SHARE.ID)
                .fetchSingle()
                .value1();
    }

    private long prolong(ShareRecord there, @Nullable Instant endsAt, Viewer viewer) {
        if (!Objects.equals(there.getEndsAt(), endsAt)) {
            there.setSharedBy(viewer.userId());
            there.setSharedAt(clock.instant());
            there.setEndsAt(endsAt);
            there.update();
        }
        return there.getId();
    }

    /** Ends it at once. Who shared it may, and who may change the record; else FORBIDDEN. Throws NOT_FOUND. */
    @Transactional
    public void end(long id, Viewer viewer) {
        ShareRecord share = jooq.selectFrom(SHARE)
                .where(SHARE.ID.eq(id))
                .and(access.visible(viewer, SHARE.RECORD_TYPE, SHARE.RECORD_ID))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
        if (share.getSharedBy() != viewer.userId()) {
            access.mustShare(viewer, new RecordRef(share.getRecordType(), share.getRecordId()));
        }
        writing.by(viewer);
        share.delete();
    }

    private static void mustBeNear(@Nullable LocalDate until) {
        List<FieldFault> far = until == null ? List.of() : Time.far(Map.of("until", until));
        if (!far.isEmpty()) {
            throw Problem.invalid(far);
        }
    }

    private void mustBeActive(long userId) {
        if (!jooq.fetchExists(APP_USER, APP_USER.ID.eq(userId).and(APP_USER.STATE.eq(UserState.ACTIVE.name())))) {
            throw fault("userId", "unknown", Words.of("没有这位在职用户", "There is no such active user"));
        }
    }

    private static Problem fault(String field, String code, Words words) {
        return Problem.invalid(List.of(FieldFault.of(field, code, words)));
    }
}
