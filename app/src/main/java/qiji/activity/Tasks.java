package qiji.activity;

import static db.activity.Tables.TASK;
import static db.organization.Tables.APP_USER;

import db.activity.tables.records.TaskRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Tasks on anything or on nothing: given to someone, due on a day, open until done or cancelled. [E2] */
@Component
public class Tasks {
    /** How permissions, scopes and the catalogue name a task. */
    public static final String TYPE = "task";

    private static final int LONGEST_TITLE = 200;

    private final DSLContext jooq;
    private final TaskFields fields;
    private final TaskSight sight;
    private final TaskQueries queries;
    private final RecordAccess access;
    private final FieldReader reader;
    private final Records records;
    private final TaskNotices notices;
    private final Writing writing;
    private final Clock clock;

    Tasks(
            DSLContext jooq,
            TaskFields fields,
            TaskSight sight,
            TaskQueries queries,
            RecordAccess access,
            FieldReader reader,
            Records records,
            TaskNotices notices,
            Writing writing,
            Clock clock) {
        this.jooq = jooq;
        this.fields = fields;
        this.sight = sight;
        this.queries = queries;
        this.access = access;
        this.reader = reader;
        this.records = records;
        this.notices = notices;
        this.writing = writing;
        this.clock = clock;
    }

    /** Throws NOT_FOUND, FORBIDDEN without the permission to see tasks. */
    @Transactional(readOnly = true)
    public RecordPage get(long id, Viewer viewer) {
        viewer.mustBeAllowed(ActivityPermissions.TASK_READ);
        var values = records.one(fields.type(), id, viewer);
        TaskRecord row = jooq.fetchSingle(TASK, TASK.ID.eq(id));
        boolean own = viewer.may(ActivityPermissions.TASK_EDIT) && concerns(id, viewer);
        boolean open = row.getStatus().equals(TaskStatus.OPEN.name());
        return RecordPage.of(
                id,
                row.getVersion(),
                values,
                Map.of("edit", own && open, "complete", own && open, "cancel", own && open, "reopen", own && !open));
    }

    /** The viewer's own open tasks, the most pressing first, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<TaskRow> mine(int limit, Viewer viewer) {
        return queries.mine(limit, viewer);
    }

    /** Makes a task, for the viewer unless it names someone. Throws INVALID_FIELDS, NOT_FOUND for an unseen record. */
    @Transactional
    public long create(ObjectNode body, Viewer viewer) {
        viewer.mustBeAllowed(ActivityPermissions.TASK_CREATE);
        ObjectNode values = body.deepCopy();
        Optional<RecordRef> record = RecordLink.takeFrom(values);
        record.ifPresent(it -> access.mustSee(viewer, it));
        if (!values.hasNonNull("assignee")) {
            values.put("assignee", Long.toString(viewer.userId()));
        }
        TaskRecord row = jooq.newRecord(TASK);
        reader.forCreate(fields.type(), values, viewer).applyTo(row);
        record.ifPresent(it -> {
            row.setRecordType(it.type());
            row.setRecordId(it.id());
        });
        follow(row);
        row.setCreatedBy(viewer.userId());
        row.setCreatedAt(clock.instant());
        writing.by(viewer);
        row.insert();
        index(row);
        notices.assigned(row.getId(), row.getAssigneeId(), viewer);
        return row.getId();
    }

    /** Changes what {@code values} name, the assignee too. Throws STALE_VERSION, INVALID_FIELDS, FORBIDDEN, TASK_CLOSED. */
    @Transactional
    public int edit(long id, ObjectNode values, Viewer viewer) {
        TaskRecord row = lock(id, viewer);
        FieldValues given = reader.forEdit(fields.type(), values, viewer);
        given.mustBeOn(row.getVersion());
        mustBeOpen(row);
        given.applyTo(row);
        follow(row);
        if (row.modified(TASK.ASSIGNEE_ID)) {
            notices.assigned(id, row.getAssigneeId(), viewer);
        }
        return save(row, viewer);
    }

    /** Done now. Done already is as good; throws TASK_CLOSED for a cancelled one. */
    @Transactional
    public void complete(long id, Viewer viewer) {
        TaskRecord row = lock(id, viewer);
        if (!row.getStatus().equals(TaskStatus.DONE.name())) {
            mustBeOpen(row);
            row.setStatus(TaskStatus.DONE.name());
            row.setCompletedAt(clock.instant());
            save(row, viewer);
        }
    }

    /** Open again, whether it was done or cancelled. */
    @Transactional
    public void reopen(long id, Viewer viewer) {
        TaskRecord row = lock(id, viewer);
        if (!row.getStatus().equals(TaskStatus.OPEN.name())) {
            row.setStatus(TaskStatus.OPEN.name());
            row.setCompletedAt(null);
            save(row, viewer);
        }
    }

    /** No longer to be done. Throws TASK_CLOSED for one that is done. */
    @Transactional
    public void cancel(long id, Viewer viewer) {
        TaskRecord row = lock(id, viewer);
        if (!row.getStatus().equals(TaskStatus.CANCELLED.name())) {
            mustBeOpen(row);
            row.setStatus(TaskStatus.CANCELLED.name());
            save(row, viewer);
        }
    }

    /** What is to be done about a record, made by a verb of the module that owns it, which has asked for every right. */
    public record Given(String what, long assignee, LocalDate dueOn) {}

    /** Of a longer text the title is the beginning. The writer is told already. */
    @Transactional
    public long give(RecordRef about, Given given, Viewer by) {
        TaskRecord row = jooq.newRecord(TASK);
        row.setRecordType(about.type());
        row.setRecordId(about.id());
        row.setCreatedBy(by.userId());
        row.setCreatedAt(clock.instant());
        fill(row, given);
        row.insert();
        index(row);
        notices.assigned(row.getId(), row.getAssigneeId(), by);
        return row.getId();
    }

    /** The same given differently; one that is done or cancelled stays as it is. */
    @Transactional
    public void giveAnew(long id, Given given, Viewer by) {
        open(id).ifPresent(row -> {
            fill(row, given);
            if (row.modified(TASK.ASSIGNEE_ID)) {
                notices.assigned(id, row.getAssigneeId(), by);
            }
            row.setVersion(row.getVersion() + 1);
            row.update();
            index(row);
        });
    }

    /** It need not be done any more; nothing if it was done. */
    @Transactional
    public void takeBack(long id) {
        open(id).ifPresent(row -> {
            row.setStatus(TaskStatus.CANCELLED.name());
            row.setVersion(row.getVersion() + 1);
            row.update();
        });
    }

    private Optional<TaskRecord> open(long id) {
        return jooq.selectFrom(TASK)
                .where(TASK.ID.eq(id))
                .and(TASK.STATUS.eq(TaskStatus.OPEN.name()))
                .forUpdate()
                .fetchOptional();
    }

    private void fill(TaskRecord row, Given given) {
        String what = given.what().strip();
        row.setTitle(what.length() <= LONGEST_TITLE ? what : what.substring(0, LONGEST_TITLE - 1) + "…");
        row.setDescription(what.length() <= LONGEST_TITLE ? null : what);
        row.setAssigneeId(given.assignee());
        row.setDueOn(given.dueOn());
        follow(row);
    }

    private static void mustBeOpen(TaskRecord row) {
        if (!row.getStatus().equals(TaskStatus.OPEN.name())) {
            throw new Problem(ActivityProblem.TASK_CLOSED);
        }
    }

    /** The department goes with the assignee, who must still be there. */
    private void follow(TaskRecord row) {
        if (row.modified(TASK.ASSIGNEE_ID)) {
            var assignee = jooq.select(APP_USER.DEPARTMENT_ID)
                    .from(APP_USER)
                    .where(APP_USER.ID.eq(row.getAssigneeId()))
                    .and(APP_USER.STATE.eq("ACTIVE"))
                    .fetchOptional()
                    .orElseThrow(() -> Problem.invalid(List.of(FieldFault.of(
                            "assignee", "unknown", Words.of("没有这位在职用户", "There is no such active user")))));
            row.setDepartmentId(assignee.value1());
        }
    }

    private int save(TaskRecord row, Viewer viewer) {
        row.setVersion(row.getVersion() + 1);
        writing.by(viewer);
        row.update();
        index(row);
        return row.getVersion();
    }

    /** Throws NOT_FOUND if the viewer may not see it, FORBIDDEN unless it is theirs or within their scope. */
    private TaskRecord lock(long id, Viewer viewer) {
        TaskRecord row = jooq.selectFrom(TASK)
                .where(TASK.ID.eq(id))
                .and(sight.visibleTo(viewer, TASK))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(Problem::notFound);
        viewer.mustBeAllowed(ActivityPermissions.TASK_EDIT);
        if (!concerns(id, viewer)) {
            throw Problem.forbidden(ActivityPermissions.TASK_EDIT);
        }
        return row;
    }

    private boolean concerns(long id, Viewer viewer) {
        return jooq.fetchExists(TASK, TASK.ID.eq(id).and(sight.concerns(viewer, TASK)));
    }

    private void index(TaskRecord row) {
        jooq.update(TASK)
                .set(fields.type().searchOf(row))
                .where(TASK.ID.eq(row.getId()))
                .execute();
    }
}
