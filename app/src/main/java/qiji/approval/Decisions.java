package qiji.approval;

import db.approval.tables.records.RequestRecord;
import db.approval.tables.records.TaskRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.access.Writing;
import qiji.approval.ApprovalSubject.Decision;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.organization.absence.Absences;
import qiji.platform.FieldFault;
import qiji.platform.Problem;

/**
 * What those do who are asked, and who asked them. Each verb throws NOT_FOUND for what the viewer may not see,
 * APPROVAL_CLOSED, APPROVAL_NOT_ASKED, APPROVAL_OWN, INVALID_FIELDS. [D9]
 */
@Service
public class Decisions {
    private final ApprovalStore store;
    private final ApprovalSubjects subjects;
    private final ApprovalNotices notices;
    private final Viewers viewers;
    private final Writing writing;
    private final DSLContext jooq;
    private final Clock clock;

    Decisions(
            ApprovalStore store,
            ApprovalSubjects subjects,
            ApprovalNotices notices,
            Viewers viewers,
            Writing writing,
            DSLContext jooq,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.notices = notices;
        this.viewers = viewers;
        this.writing = writing;
        this.jooq = jooq;
        this.clock = clock;
    }

    /** APPROVED, or REJECTED or RETURNED with a reason. */
    @Transactional
    public void decide(long id, Outcome outcome, @Nullable String comment, Viewer viewer) {
        if (outcome == Outcome.WITHDRAWN) {
            throw Problem.invalid(List.of(FieldFault.unknown("outcome")));
        }
        if (outcome != Outcome.APPROVED) {
            mustBeGiven("comment", comment);
        }
        Course course = held(id, viewer);
        List<TaskRecord> own = asked(course, viewer);
        List<TaskRecord> before = course.asked();
        Integer level = course.levelNow();
        Optional<Outcome> end = Optional.empty();
        for (TaskRecord task : own) {
            if (end.isEmpty() && task.getState().equals(TaskState.OPEN.name())) {
                Long principal = task.getUserId() == viewer.userId() ? null : task.getUserId();
                store.tell(course, EventKind.valueOf(outcome.name()), principal, comment, viewer);
                end = course.decide(task, outcome, viewer.userId(), clock.instant());
            }
        }
        store.save(course);
        if (end.isPresent()) {
            conclude(course, end.get(), comment, viewer);
            return;
        }
        if (!Objects.equals(level, course.levelNow())) {
            store.tell(course, EventKind.LEVEL_OPENED, null, null, viewer);
        }
        notices.asked(course, before, viewer);
    }

    /** By who asked, or whose it is, while nobody has decided it. */
    @Transactional
    public void withdraw(long id, @Nullable String comment, Viewer viewer) {
        Course course = held(id, viewer);
        mustBeOwn(course, viewer);
        store.tell(course, EventKind.WITHDRAWN, null, comment, viewer);
        course.finish(Outcome.WITHDRAWN, clock.instant());
        store.save(course);
        conclude(course, Outcome.WITHDRAWN, comment, viewer);
    }

    /** Somebody else decides in the viewer's place. */
    @Transactional
    public void transfer(long id, @Nullable Long userId, @Nullable String comment, Viewer viewer) {
        Course course = held(id, viewer);
        TaskRecord task = mine(course, viewer);
        long to = mustBeFree(course, userId);
        List<TaskRecord> before = course.asked();
        store.tell(course, EventKind.TRANSFERRED, to, comment, viewer);
        task.setState(TaskState.TRANSFERRED.name());
        TaskRecord heir = store.task(id, task.getStepId(), task.getPlace(), to);
        heir.setIsAdded(task.getIsAdded());
        heir.setInsteadOf(task.getUserId());
        heir.setState(TaskState.OPEN.name());
        heir.setOpenedAt(clock.instant());
        heir.setDueAt(task.getDueAt());
        course.tasks().add(heir);
        store.save(course);
        notices.asked(course, before, viewer);
    }

    /** Somebody more has to approve at this level. */
    @Transactional
    public void add(long id, @Nullable Long userId, @Nullable String comment, Viewer viewer) {
        Course course = held(id, viewer);
        TaskRecord task = asked(course, viewer).getFirst();
        long to = mustBeFree(course, userId);
        List<TaskRecord> before = course.asked();
        store.tell(course, EventKind.ADDED, to, comment, viewer);
        TaskRecord more = store.task(id, task.getStepId(), course.lastPlace(course.open()) + 1, to);
        more.setIsAdded(true);
        course.tasks().add(more);
        if (!course.open().getMode().equals(Mode.TURN.name())) {
            course.ask(more, clock.instant());
        }
        store.save(course);
        notices.asked(course, before, viewer);
    }

    /** Tells those asked once more. Throws APPROVAL_REMINDED within an hour. */
    @Transactional
    public void remind(long id, Viewer viewer) {
        Course course = held(id, viewer);
        mustBeOwn(course, viewer);
        if (store.toldSince(id, EventKind.REMINDED, clock.instant().minusSeconds(3600))) {
            throw new Problem(ApprovalProblem.APPROVAL_REMINDED);
        }
        store.tell(course, EventKind.REMINDED, null, null, viewer);
        notices.reminded(course, viewer);
    }

    /** What is decided is told to its module, which may refuse it; then to people. */
    private void conclude(Course course, Outcome outcome, @Nullable String comment, Viewer viewer) {
        RequestRecord request = course.request();
        Decision decision =
                new Decision(request.getId(), outcome, comment, store.note(request.getId()), request.getAskedBy());
        subjects.get(request.getKind()).decided(request.getSubjectId(), decision, viewer);
        notices.decided(course, outcome, viewer);
    }

    /** Locks the record, then the request. Throws NOT_FOUND, APPROVAL_CLOSED. */
    private Course held(long id, Viewer viewer) {
        viewer.mustBeAllowed(ApprovalPermissions.DECIDE);
        RequestRecord seen = store.find(id, viewer).orElseThrow(Problem::notFound);
        writing.by(viewer);
        subjects.get(seen.getKind()).lock(seen.getSubjectId());
        Course course = store.lock(id);
        if (!course.isOpen()) {
            throw new Problem(ApprovalProblem.APPROVAL_CLOSED)
                    .with("state", course.request().getState());
        }
        return course;
    }

    /** What waits for the viewer and for those they stand in for; their own first. Never what is their own. */
    private List<TaskRecord> asked(Course course, Viewer viewer) {
        Set<Long> users = new HashSet<>(jooq.fetchValues(Absences.standsInFor(viewer)));
        List<TaskRecord> tasks = new ArrayList<>(course.asked(Set.of(viewer.userId())));
        tasks.addAll(course.asked(users));
        if (tasks.isEmpty()) {
            throw new Problem(ApprovalProblem.APPROVAL_NOT_ASKED);
        }
        if (own(course).contains(viewer.userId())) {
            throw new Problem(ApprovalProblem.APPROVAL_OWN);
        }
        return tasks;
    }

    /** Whose it has become since counts as well. */
    private Set<Long> own(Course course) {
        RequestRecord request = course.request();
        ApprovalSubject subject = subjects.get(request.getKind());
        Set<Long> own = Planner.own(Approvals.whole(subject, request.getSubjectId()), Set.of(request.getAskedBy()));
        own.addAll(course.own());
        return own;
    }

    /** One's own task may be handed on even where one may not decide it; that of another only by who stands in and may. */
    private TaskRecord mine(Course course, Viewer viewer) {
        List<TaskRecord> mine = course.asked(Set.of(viewer.userId()));
        return mine.isEmpty() ? asked(course, viewer).getFirst() : mine.getFirst();
    }

    private void mustBeOwn(Course course, Viewer viewer) {
        if (!own(course).contains(viewer.userId())) {
            throw Problem.forbidden(ApprovalPermissions.DECIDE);
        }
    }

    /** An active user who may decide, whose it is not, and who neither is asked at this level nor has approved there. */
    private long mustBeFree(Course course, @Nullable Long userId) {
        if (userId == null) {
            throw Problem.invalid(List.of(FieldFault.required("userId")));
        }
        if (viewers.find(userId)
                .filter(it -> it.may(ApprovalPermissions.DECIDE))
                .isEmpty()) {
            throw ApprovalFaults.unknown();
        }
        if (own(course).contains(userId)) {
            throw ApprovalFaults.own();
        }
        if (course.hasPart(userId)) {
            throw ApprovalFaults.asked();
        }
        return userId;
    }

    private static void mustBeGiven(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(List.of(FieldFault.required(field)));
        }
    }
}
