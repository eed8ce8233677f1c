package qiji.activity;

import static db.activity.Tables.ACTIVITY;

import db.activity.tables.records.ActivityRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.RecordAccess;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.FieldReader;
import qiji.records.FieldValues;
import qiji.records.RecordPage;
import qiji.records.Records;
import tools.jackson.databind.node.ObjectNode;

/** Follow-ups: what was done about a record, by whom, with what outcome, and what comes next. [D10] */
@Component
public class Activities {
    /** How permissions, scopes and the catalogue name a follow-up. */
    public static final String TYPE = "activity";

    /** Clocks of people differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final DSLContext jooq;
    private final ActivityFields fields;
    private final Counting counting;
    private final LatestFollowUp latest;
    private final RecordAccess access;
    private final FieldReader reader;
    private final Records records;
    private final Writing writing;
    private final Clock clock;

    Activities(
            DSLContext jooq,
            ActivityFields fields,
            Counting counting,
            LatestFollowUp latest,
            RecordAccess access,
            FieldReader reader,
            Records records,
            Writing writing,
            Clock clock) {
        this.jooq = jooq;
        this.fields = fields;
        this.counting = counting;
        this.latest = latest;
        this.access = access;
        this.reader = reader;
        this.records = records;
        this.writing = writing;
        this.clock = clock;
    }

    /** Throws NOT_FOUND, FORBIDDEN without the permission to see follow-ups. */
    @Transactional(readOnly = true)
    public RecordPage get(long id, Viewer viewer) {
        viewer.mustBeAllowed(ActivityPermissions.READ);
        var values = records.one(fields.type(), id, viewer);
        ActivityRecord row = jooq.fetchSingle(ACTIVITY, ACTIVITY.ID.eq(id));
        boolean own = viewer.may(ActivityPermissions.EDIT) && isWithin(row, viewer);
        return RecordPage.of(id, row.getVersion(), values, Map.of("edit", own, "remove", own));
    }

    /**
     * Logs a follow-up of the viewer on the record that {@code body} names; it happened now unless told otherwise.
     * Throws INVALID_FIELDS, NOT_FOUND for a record that the viewer may not see, FORBIDDEN for one they may not change.
     */
    @Transactional
    public long log(ObjectNode body, Viewer viewer) {
        viewer.mustBeAllowed(ActivityPermissions.CREATE);
        ObjectNode values = body.deepCopy();
        RecordRef record = RecordLink.takeFrom(values)
                .orElseThrow(() -> Problem.invalid(List.of(FieldFault.required("recordType"))));
        access.mustWrite(viewer, record);
        if (!values.hasNonNull("happenedAt")) {
            values.put("happenedAt", clock.instant().toString());
        }
        ActivityRecord row = jooq.newRecord(ACTIVITY);
        reader.forCreate(fields.type(), values, viewer).applyTo(row);
        mustHaveHappened(row);
        row.setRecordType(record.type());
        row.setRecordId(record.id());
        row.setOwnerId(viewer.userId());
        row.setDepartmentId(viewer.departmentId() == 0 ? null : viewer.departmentId());
        row.setCreatedBy(viewer.userId());
        row.setCreatedAt(clock.instant());
        counting.decide(row);
        latest.watch(record, viewer, () -> {
            writing.by(viewer);
            row.insert();
            index(row);
            return row.getId();
        });
        return row.getId();
    }

    /** Changes what {@code values} name; null clears. Throws STALE_VERSION, INVALID_FIELDS, FORBIDDEN. */
    @Transactional
    public int edit(long id, ObjectNode values, Viewer viewer) {
        ActivityRecord row = lock(id, viewer);
        FieldValues given = reader.forEdit(fields.type(), values, viewer);
        given.mustBeOn(row.getVersion());
        given.applyTo(row);
        mustHaveHappened(row);
        counting.decide(row);
        save(row, viewer);
        return row.getVersion();
    }

    /** Takes it out of all lists; the row stays. */
    @Transactional
    public void remove(long id, Viewer viewer) {
        ActivityRecord row = lock(id, viewer);
        row.setArchivedAt(clock.instant());
        save(row, viewer);
    }

    private void save(ActivityRecord row, Viewer viewer) {
        latest.watch(new RecordRef(row.getRecordType(), row.getRecordId()), viewer, () -> {
            row.setVersion(row.getVersion() + 1);
            writing.by(viewer);
            row.update();
            index(row);
            return row.getId();
        });
    }

    /** Throws NOT_FOUND if the viewer may not see its record, FORBIDDEN unless it is theirs or within their scope. */
    private ActivityRecord lock(long id, Viewer viewer) {
        ActivityRecord row = jooq.selectFrom(ACTIVITY)
                .where(ACTIVITY.ID.eq(id))
                .and(ACTIVITY.ARCHIVED_AT.isNull())
                .and(access.visible(viewer, ACTIVITY.RECORD_TYPE, ACTIVITY.RECORD_ID))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
        viewer.mustBeAllowed(ActivityPermissions.EDIT);
        if (!isWithin(row, viewer)) {
            throw Problem.forbidden(ActivityPermissions.EDIT);
        }
        return row;
    }

    private boolean isWithin(ActivityRecord row, Viewer viewer) {
        return row.getOwnerId() == viewer.userId()
                || jooq.fetchExists(
                        ACTIVITY,
                        ACTIVITY.ID
                                .eq(row.getId())
                                .and(viewer.scopeOf(TYPE).covers(ACTIVITY.DEPARTMENT_ID, ACTIVITY.OWNER_ID)));
    }

    private void mustHaveHappened(ActivityRecord row) {
        if (row.getHappenedAt().isAfter(clock.instant().plus(TOLERANCE))) {
            throw Problem.invalid(List.of(FieldFault.of(
                    "happenedAt",
                    "in-future",
                    Words.of("跟进须已发生；将来的事请建任务", "A follow-up has happened; for what is to come make a task"))));
        }
    }

    private void index(ActivityRecord row) {
        jooq.update(ACTIVITY)
                .set(fields.type().searchOf(row))
                .where(ACTIVITY.ID.eq(row.getId()))
                .execute();
    }
}
