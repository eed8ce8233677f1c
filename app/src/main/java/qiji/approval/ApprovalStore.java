package qiji.approval;

import static db.approval.Tables.EVENT;
import static db.approval.Tables.REQUEST;
import static db.approval.Tables.SNAPSHOT;
import static db.approval.Tables.STEP;
import static db.approval.Tables.TASK;
import static org.jooq.impl.DSL.select;

import db.approval.tables.records.RequestRecord;
import db.approval.tables.records.StepRecord;
import db.approval.tables.records.TaskRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Matter;
import tools.jackson.databind.json.JsonMapper;

/** Locks requests, and saves what became of them. */
@Repository
class ApprovalStore {
    static final int MOST_ESCALATED = 1000;

    private final DSLContext jooq;
    private final ApprovalSight sight;
    private final JsonMapper json;
    private final Clock clock;

    ApprovalStore(DSLContext jooq, ApprovalSight sight, JsonMapper json, Clock clock) {
        this.jooq = jooq;
        this.sight = sight;
        this.json = json;
        this.clock = clock;
    }

    Optional<RequestRecord> find(long id, Viewer viewer) {
        return jooq.selectFrom(REQUEST)
                .where(REQUEST.ID.eq(id))
                .and(sight.visibleTo(viewer, REQUEST))
                .fetchOptional();
    }

    Optional<RequestRecord> pending(String kind, long subjectId) {
        return jooq.selectFrom(REQUEST)
                .where(REQUEST.KIND.eq(kind))
                .and(REQUEST.SUBJECT_ID.eq(subjectId))
                .and(REQUEST.STATE.eq("OPEN"))
                .fetchOptional();
    }

    /** Until the transaction ends; whoever locks it has locked what it is about. */
    Course lock(long id) {
        RequestRecord request =
                jooq.selectFrom(REQUEST).where(REQUEST.ID.eq(id)).forUpdate().fetchSingle();
        List<StepRecord> steps = jooq.selectFrom(STEP)
                .where(STEP.REQUEST_ID.eq(id))
                .orderBy(STEP.LEVEL)
                .fetch();
        List<TaskRecord> tasks = new ArrayList<>(jooq.selectFrom(TASK)
                .where(TASK.REQUEST_ID.eq(id))
                .orderBy(TASK.PLACE, TASK.ID)
                .fetch());
        return new Course(request, steps, tasks, days(steps));
    }

    private Map<Integer, Integer> days(List<StepRecord> steps) {
        Map<Integer, Integer> days = new HashMap<>();
        steps.forEach(step -> {
            Integer limit = rule(step).days();
            if (limit != null) {
                days.put(step.getLevel(), limit);
            }
        });
        return days;
    }

    ApprovalPlan.Level rule(StepRecord step) {
        return json.readValue(step.getRule().data(), ApprovalPlan.Level.class);
    }

    /** With nobody asked yet. */
    Course insert(
            String kind,
            long subjectId,
            Matter matter,
            @Nullable String note,
            List<Planner.Planned> plan,
            long askedBy) {
        RequestRecord request = jooq.newRecord(REQUEST);
        request.setKind(kind);
        request.setSubjectId(subjectId);
        request.setRecordType(matter.about().type());
        request.setRecordId(matter.about().id());
        request.setAskedBy(askedBy);
        request.setOwnerId(matter.ownerId());
        request.setAskedAt(clock.instant());
        request.insert();
        jooq.insertInto(SNAPSHOT)
                .set(SNAPSHOT.REQUEST_ID, request.getId())
                .set(SNAPSHOT.TITLE, matter.title())
                .set(SNAPSHOT.NOTE, note)
                .set(SNAPSHOT.FIELDS, JSONB.jsonb(json.writeValueAsString(matter.snapshot())))
                .execute();
        plan.forEach(level -> insert(request.getId(), level));
        return lock(request.getId());
    }

    private void insert(long requestId, Planner.Planned level) {
        StepRecord step = jooq.newRecord(STEP);
        step.setRequestId(requestId);
        step.setLevel(level.number());
        step.setRule(JSONB.jsonb(json.writeValueAsString(level.rule())));
        step.setMode(level.rule().mode().name());
        step.setDepartmentId(level.found().departmentId());
        step.insert();
        int place = 0;
        for (long user : level.found().userIds()) {
            place++;
            task(requestId, step.getId(), place, user).insert();
        }
    }

    /** Not kept yet. */
    TaskRecord task(long requestId, long stepId, int place, long userId) {
        TaskRecord task = jooq.newRecord(TASK);
        task.setRequestId(requestId);
        task.setStepId(stepId);
        task.setPlace(place);
        task.setUserId(userId);
        task.setState(TaskState.WAITING.name());
        return task;
    }

    void save(Course course) {
        course.request().setVersion(course.request().getVersion() + 1);
        course.request().update();
        // One that closes before the next opens: only one is open at any moment.
        course.steps().stream().filter(step -> !step.getState().equals("OPEN")).forEach(StepRecord::store);
        course.steps().forEach(StepRecord::store);
        course.tasks().stream().filter(TaskRecord::modified).forEach(task -> {
            task.setVersion(task.getVersion() == null ? 0 : task.getVersion() + 1);
            task.store();
        });
    }

    void tell(Course course, EventKind kind, @Nullable Long userId, @Nullable String comment, Viewer viewer) {
        jooq.insertInto(EVENT)
                .set(EVENT.REQUEST_ID, course.request().getId())
                .set(EVENT.LEVEL, course.levelNow())
                .set(EVENT.KIND, kind.name())
                .set(EVENT.BY_ID, viewer.userId())
                .set(EVENT.USER_ID, userId)
                .set(EVENT.COMMENT, comment)
                .set(EVENT.AT, clock.instant())
                .execute();
    }

    /** Those that wait about a record are {@code owner}'s now; which of them were not before. */
    List<Long> give(RecordRef record, long owner) {
        return give(REQUEST.RECORD_TYPE.eq(record.type()).and(REQUEST.RECORD_ID.eq(record.id())), owner);
    }

    /** The same of all that was one's of a type. */
    List<Long> give(String recordType, long from, long owner) {
        return give(REQUEST.RECORD_TYPE.eq(recordType).and(REQUEST.OWNER_ID.eq(from)), owner);
    }

    private List<Long> give(Condition which, long owner) {
        return jooq.update(REQUEST)
                .set(REQUEST.OWNER_ID, owner)
                .set(REQUEST.VERSION, REQUEST.VERSION.plus(1))
                .where(REQUEST.STATE.eq("OPEN"))
                .and(REQUEST.OWNER_ID.ne(owner))
                .and(which)
                .returningResult(REQUEST.ID)
                .fetch(row -> Objects.requireNonNull(row.value1()));
    }

    /** What waits for somebody, now or later, that is their own. */
    List<RequestRecord> ownOf(long userId) {
        return jooq.selectFrom(REQUEST)
                .where(REQUEST.STATE.eq("OPEN"))
                .and(REQUEST.ASKED_BY.eq(userId).or(REQUEST.OWNER_ID.eq(userId)))
                .and(REQUEST.ID.in(select(TASK.REQUEST_ID)
                        .from(TASK)
                        .where(TASK.USER_ID.eq(userId))
                        .and(TASK.STATE.in(TaskState.OPEN.name(), TaskState.WAITING.name()))))
                .orderBy(REQUEST.ID)
                .fetch();
    }

    @Nullable
    String note(long requestId) {
        return jooq.select(SNAPSHOT.NOTE)
                .from(SNAPSHOT)
                .where(SNAPSHOT.REQUEST_ID.eq(requestId))
                .fetchOne(SNAPSHOT.NOTE);
    }

    boolean toldSince(long requestId, EventKind kind, Instant since) {
        return jooq.fetchExists(EVENT, EVENT.REQUEST_ID.eq(requestId), EVENT.KIND.eq(kind.name()), EVENT.AT.gt(since));
    }

    /** Requests that somebody is late with, at most a thousand at once. */
    List<Long> overdue(Instant now) {
        return jooq.selectDistinct(TASK.REQUEST_ID)
                .from(TASK)
                .where(TASK.STATE.eq(TaskState.OPEN.name()))
                .and(TASK.ESCALATED_AT.isNull())
                .and(TASK.DUE_AT.le(now))
                .limit(MOST_ESCALATED)
                .fetch(row -> Objects.requireNonNull(row.value1()));
    }
}
