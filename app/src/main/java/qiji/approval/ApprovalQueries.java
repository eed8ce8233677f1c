package qiji.approval;

import static db.approval.Tables.EVENT;
import static db.approval.Tables.REQUEST;
import static db.approval.Tables.SNAPSHOT;
import static db.approval.Tables.STEP;
import static db.approval.Tables.TASK;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import db.approval.tables.records.EventRecord;
import db.approval.tables.records.RequestRecord;
import db.approval.tables.records.StepRecord;
import db.approval.tables.records.TaskRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import qiji.access.FieldAccess;
import qiji.access.RecordAccess;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.approval.ApprovalRow.Box;
import qiji.approval.Chain.Person;
import qiji.platform.Problem;

/** Requests, read for those who take part and for who sees the record. */
@Repository
class ApprovalQueries {
    static final int PAGE = 50;

    private final DSLContext jooq;
    private final ApprovalSight sight;
    private final RecordAccess access;
    private final ApprovalSubjects subjects;
    private final ChainQueries people;

    ApprovalQueries(
            DSLContext jooq, ApprovalSight sight, RecordAccess access, ApprovalSubjects subjects, ChainQueries people) {
        this.jooq = jooq;
        this.sight = sight;
        this.access = access;
        this.subjects = subjects;
        this.people = people;
    }

    /** Newest first, those after {@code after}. */
    ApprovalRow.Page box(Box box, @Nullable Long after, Viewer viewer) {
        Condition from = after == null ? noCondition() : REQUEST.ID.lt(after);
        List<ApprovalRow> rows = rows(in(box, viewer).and(from), PAGE + 1, viewer);
        boolean more = rows.size() > PAGE;
        List<ApprovalRow> page = more ? rows.subList(0, PAGE) : rows;
        return new ApprovalRow.Page(page, more ? page.getLast().id() : null);
    }

    ApprovalRow.Counts counts(Viewer viewer) {
        return jooq.select(count(Box.TO_DO, viewer), count(Box.DONE, viewer), count(Box.MINE, viewer))
                .fetchSingle(row -> new ApprovalRow.Counts(row.value1(), row.value2(), row.value3()));
    }

    private static Field<Integer> count(Box box, Viewer viewer) {
        return field(selectCount().from(REQUEST).where(in(box, viewer)));
    }

    private static Condition in(Box box, Viewer viewer) {
        return switch (box) {
            case TO_DO -> ApprovalSight.toDo(viewer, REQUEST);
            case DONE -> REQUEST.ID.in(select(TASK.REQUEST_ID).from(TASK).where(TASK.DECIDED_BY.eq(viewer.userId())));
            case MINE -> REQUEST.ASKED_BY.eq(viewer.userId());
        };
    }

    /** Of one record, newest first. Throws NOT_FOUND. */
    List<ApprovalRow> of(RecordRef record, Viewer viewer) {
        access.mustSee(viewer, record);
        return rows(REQUEST.RECORD_TYPE.eq(record.type()).and(REQUEST.RECORD_ID.eq(record.id())), PAGE, viewer);
    }

    /** Throws NOT_FOUND. */
    ApprovalRow one(long id, Viewer viewer) {
        return rows(REQUEST.ID.eq(id), 1, viewer).stream().findFirst().orElseThrow(Problem::notFound);
    }

    RequestRecord request(long id, Viewer viewer) {
        return jooq.fetchSingle(REQUEST, REQUEST.ID.eq(id).and(sight.visibleTo(viewer, REQUEST)));
    }

    Result<StepRecord> steps(long id, Viewer viewer) {
        return jooq.selectFrom(STEP)
                .where(STEP.REQUEST_ID.eq(id))
                .orderBy(STEP.LEVEL)
                .fetch();
    }

    Result<TaskRecord> tasks(long id, Viewer viewer) {
        return jooq.selectFrom(TASK)
                .where(TASK.REQUEST_ID.eq(id))
                .orderBy(TASK.PLACE, TASK.ID)
                .fetch();
    }

    Result<EventRecord> events(long id, Viewer viewer) {
        return jooq.selectFrom(EVENT)
                .where(EVENT.REQUEST_ID.eq(id))
                .orderBy(EVENT.ID)
                .fetch();
    }

    String snapshot(long id, Viewer viewer) {
        return jooq.select(SNAPSHOT.FIELDS)
                .from(SNAPSHOT)
                .where(SNAPSHOT.REQUEST_ID.eq(id))
                .fetchSingle(row -> row.value1().data());
    }

    boolean isToDo(long id, Viewer viewer) {
        return jooq.fetchExists(REQUEST, REQUEST.ID.eq(id).and(ApprovalSight.toDo(viewer, REQUEST)));
    }

    private List<ApprovalRow> rows(Condition which, int limit, Viewer viewer) {
        var seen = field(access.visible(viewer, REQUEST.RECORD_TYPE, REQUEST.RECORD_ID));
        var found = jooq.select(REQUEST.fields())
                .select(SNAPSHOT.TITLE, SNAPSHOT.NOTE, seen)
                .from(REQUEST)
                .join(SNAPSHOT)
                .on(SNAPSHOT.REQUEST_ID.eq(REQUEST.ID))
                .where(which)
                .and(sight.visibleTo(viewer, REQUEST))
                .orderBy(REQUEST.ID.desc())
                .limit(limit)
                .fetch();
        Map<Long, Result<TaskRecord>> asked = asked(found.map(row -> row.get(REQUEST.ID)));
        Map<Long, String> names = people.names(found.map(row -> row.get(REQUEST.ASKED_BY)), viewer);
        Map<Long, Person> waited = people.asked(
                asked.values().stream()
                        .flatMap(List::stream)
                        .map(TaskRecord::getUserId)
                        .toList(),
                viewer);
        return found.map(row -> row(
                row.into(REQUEST),
                row,
                Boolean.TRUE.equals(row.get(seen)),
                asked.getOrDefault(row.get(REQUEST.ID), jooq.newResult(TASK)),
                names,
                waited,
                viewer));
    }

    private Map<Long, Result<TaskRecord>> asked(Collection<Long> requests) {
        return jooq.selectFrom(TASK)
                .where(TASK.REQUEST_ID.eq(any(requests.toArray(Long[]::new))))
                .and(TASK.STATE.eq(TaskState.OPEN.name()))
                .orderBy(TASK.PLACE, TASK.ID)
                .fetchGroups(TASK.REQUEST_ID);
    }

    private ApprovalRow row(
            RequestRecord request,
            Record beside,
            boolean seen,
            List<TaskRecord> asked,
            Map<Long, String> names,
            Map<Long, Person> waited,
            Viewer viewer) {
        String kind = request.getKind();
        return new ApprovalRow(
                Long.toString(request.getId()),
                kind,
                subjects.find(kind).map(subject -> subject.words().here()).orElse(kind),
                request.getRecordType(),
                Long.toString(request.getRecordId()),
                seen && mayReadName(request.getRecordType(), viewer) ? beside.get(SNAPSHOT.TITLE) : null,
                request.getState(),
                mayReadNote(request, seen, viewer) ? beside.get(SNAPSHOT.NOTE) : null,
                Person.of(request.getAskedBy(), names),
                request.getAskedAt(),
                request.getFinishedAt(),
                asked.stream()
                        .map(TaskRecord::getDueAt)
                        .flatMap(Stream::ofNullable)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                asked.stream()
                        .filter(task -> task.getUserId() == viewer.userId() || mayReadChain(request, viewer))
                        .map(task -> waited.get(task.getUserId()))
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    boolean mayReadChain(RequestRecord request, Viewer viewer) {
        return people.mayRead(request.getKind(), request.getSubjectId(), request.getAskedAt(), viewer);
    }

    private boolean mayReadName(String type, Viewer viewer) {
        return access.namingFields().stream()
                .filter(name -> name.startsWith(type + "."))
                .allMatch(name -> mayRead(type, name.substring(type.length() + 1), viewer));
    }

    /** Where the note becomes a field it is read as one. */
    private boolean mayReadNote(RequestRecord request, boolean seen, Viewer viewer) {
        return noteField(request).isEmpty() || seen && mayReadComments(request, viewer);
    }

    /** What was said of it is told to who may read the note; those who took part know it. */
    boolean mayReadComments(RequestRecord request, Viewer viewer) {
        return noteField(request)
                .map(name -> mayRead(request.getRecordType(), name, viewer))
                .orElse(true);
    }

    private Optional<String> noteField(RequestRecord request) {
        return subjects.find(request.getKind()).flatMap(ApprovalSubject::noteField);
    }

    private static boolean mayRead(String type, String name, Viewer viewer) {
        return viewer.accessTo(type, name) != FieldAccess.HIDDEN;
    }
}
