package qiji.approval;

import db.approval.tables.records.TaskRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.organization.holder.Holders;

/**
 * Asks the manager of whoever is late as well, else the leader of the department; who is late may still decide. Each node may
 * try: what was escalated is not again. [D9]
 */
@Component
class Escalations {
    private static final Viewer SYSTEM = Viewer.system("approval overdue");

    private final ApprovalStore store;
    private final ApprovalSubjects subjects;
    private final ApprovalNotices notices;
    private final Holders holders;
    private final Writing writing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Escalations(
            ApprovalStore store,
            ApprovalSubjects subjects,
            ApprovalNotices notices,
            Holders holders,
            Writing writing,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.notices = notices;
        this.holders = holders;
        this.writing = writing;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void escalate() {
        List<Long> late;
        do {
            late = store.overdue(clock.instant());
            late.forEach(id -> transaction.executeWithoutResult(_ -> escalate(id)));
        } while (late.size() == ApprovalStore.MOST_ESCALATED);
    }

    private void escalate(long id) {
        writing.by(SYSTEM);
        store.find(id, SYSTEM)
                .flatMap(request -> subjects.find(request.getKind()).map(subject -> {
                    subject.lock(request.getSubjectId());
                    return store.lock(id);
                }))
                .filter(Course::isOpen)
                .ifPresent(this::escalate);
    }

    private void escalate(Course course) {
        Instant now = clock.instant();
        Instant none = Instant.MAX;
        course.asked().stream()
                .filter(task -> task.getEscalatedAt() == null)
                .filter(task -> !(task.getDueAt() == null ? none : task.getDueAt()).isAfter(now))
                .toList()
                .forEach(task -> over(task, course, now));
        store.save(course);
    }

    private void over(TaskRecord late, Course course, Instant now) {
        late.setEscalatedAt(now);
        Set<Long> except = new HashSet<>(course.own());
        course.asked().forEach(task -> except.add(task.getUserId()));
        List<Long> managers = holders.manager(late.getUserId(), except).userIds();
        List<Long> found = managers.isEmpty()
                ? holders.leader(course.open().getDepartmentId(), 0, except).userIds()
                : managers;
        if (found.isEmpty()) {
            store.tell(course, EventKind.ESCALATED, null, null, SYSTEM);
        }
        for (long above : found) {
            TaskRecord more = store.task(course.request().getId(), late.getStepId(), late.getPlace(), above);
            more.setIsAdded(late.getIsAdded());
            more.setInsteadOf(late.getUserId());
            course.tasks().add(more);
            course.ask(more, now);
            store.tell(course, EventKind.ESCALATED, above, null, SYSTEM);
            notices.escalated(course, above, SYSTEM);
        }
        notices.overdue(course, SYSTEM);
    }
}
