package qiji.approval;

import static java.util.stream.Collectors.joining;

import db.approval.tables.records.RequestRecord;
import db.approval.tables.records.StepRecord;
import db.approval.tables.records.TaskRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.approval.ApprovalSubject.Matter;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.platform.Problem;
import qiji.platform.Words;

/** Asks for decisions: for the modules that own what is decided. Each of their verbs locks the record first. [D9] */
@Service
public class Approvals {
    private final ApprovalSubjects subjects;
    private final Planner planner;
    private final ApprovalStore store;
    private final ChainQueries chains;
    private final ApprovalNotices notices;
    private final Writing writing;
    private final Clock clock;

    Approvals(
            ApprovalSubjects subjects,
            Planner planner,
            ApprovalStore store,
            ChainQueries chains,
            ApprovalNotices notices,
            Writing writing,
            Clock clock) {
        this.subjects = subjects;
        this.planner = planner;
        this.store = store;
        this.chains = chains;
        this.notices = notices;
        this.writing = writing;
        this.clock = clock;
    }

    /** What waits for its decision. */
    public record Pending(
            long requestId,
            Instant askedAt,
            long askedBy,
            @Nullable String note) {}

    /**
     * Asks those whom the plan names, and answers with the request. Throws APPROVAL_PENDING if it is asked already,
     * APPROVAL_LEVEL_EMPTY naming role and department if a level has nobody.
     */
    @Transactional
    public long send(String kind, long subjectId, @Nullable String note, Viewer viewer) {
        ApprovalSubject subject = begin(kind, subjectId, viewer);
        Matter matter = whole(subject, subjectId);
        List<Planner.Planned> plan = planner.plan(subject, matter, senders(subject, subjectId, viewer));
        mustHavePeople(plan);
        return send(subject, subjectId, matter, note, plan, viewer);
    }

    /** The same, but nobody is asked, and nothing answered, where a level has nobody. */
    @Transactional
    public Optional<Long> sendIfStaffed(String kind, long subjectId, @Nullable String note, Viewer viewer) {
        ApprovalSubject subject = begin(kind, subjectId, viewer);
        Matter matter = whole(subject, subjectId);
        List<Planner.Planned> plan = planner.plan(subject, matter, senders(subject, subjectId, viewer));
        return plan.stream().allMatch(level -> level.missing() == null)
                ? Optional.of(send(subject, subjectId, matter, note, plan, viewer))
                : Optional.empty();
    }

    private static Set<Long> senders(ApprovalSubject subject, long subjectId, Viewer viewer) {
        Set<Long> senders = new HashSet<>(Set.of(viewer.userId()));
        subject.sender(subjectId).ifPresent(senders::add);
        return senders;
    }

    private ApprovalSubject begin(String kind, long subjectId, Viewer viewer) {
        writing.by(viewer);
        ApprovalSubject subject = subjects.get(kind);
        subject.lock(subjectId);
        store.pending(kind, subjectId).ifPresent(there -> {
            throw new Problem(ApprovalProblem.APPROVAL_PENDING).with("requestId", Long.toString(there.getId()));
        });
        return subject;
    }

    private long send(
            ApprovalSubject subject,
            long subjectId,
            Matter matter,
            @Nullable String note,
            List<Planner.Planned> plan,
            Viewer viewer) {
        String kind = subject.kind();
        Course course = store.insert(
                kind, subjectId, matter, note, plan, subject.sender(subjectId).orElse(viewer.userId()));
        StepRecord first = course.steps().getFirst();
        course.open(first, clock.instant());
        store.save(course);
        store.tell(course, EventKind.SENT, null, null, viewer);
        notices.asked(course, List.of(), viewer);
        return course.request().getId();
    }

    public long send(String kind, long subjectId, Viewer viewer) {
        return send(kind, subjectId, null, viewer);
    }

    /** Who would be asked; not who, but whether there is somebody, to who may not be told. Throws NOT_FOUND for what the viewer does not see. */
    @Transactional(readOnly = true)
    public Chain preview(String kind, long id, Viewer viewer) {
        ApprovalSubject subject = subjects.get(kind);
        subject.planned(id, viewer);
        Matter matter = subject.planned(id, Viewer.system("approval"));
        List<Planner.Planned> plan = planner.plan(subject, matter, senders(subject, id, viewer));
        return chains.mayRead(subject, matter, clock.instant(), viewer)
                ? chains.of(plan, viewer)
                : Chain.withheld(plan.stream().allMatch(level -> level.missing() == null));
    }

    @Transactional(readOnly = true)
    public Optional<Pending> pending(String kind, long subjectId) {
        return store.pending(kind, subjectId)
                .map(request -> new Pending(
                        request.getId(), request.getAskedAt(), request.getAskedBy(), store.note(request.getId())));
    }

    /** Ends what waits, if it does, because something overtook it; the owning module is not told. */
    @Transactional
    public void cancel(String kind, long subjectId, @Nullable String reason, Viewer viewer) {
        store.pending(kind, subjectId).ifPresent(there -> {
            writing.by(viewer);
            Course course = store.lock(there.getId());
            store.tell(course, EventKind.WITHDRAWN, null, reason, viewer);
            course.finish(Outcome.WITHDRAWN, clock.instant());
            store.save(course);
            notices.decided(course, Outcome.WITHDRAWN, viewer);
        });
    }

    /**
     * A record has another owner, 0 for nobody: who was it no longer counts as such, and of who is it now nothing is expected
     * any more. The caller has written it, and said who writes.
     */
    @Transactional
    public void owned(RecordRef record, long ownerId, Viewer viewer) {
        store.give(record, ownerId).forEach(id -> giveWay(id, ownerId, Set.of(), viewer));
    }

    /** The same of all records of a type that somebody had. */
    @Transactional
    public void handedOn(String recordType, long from, long ownerId, Viewer viewer) {
        store.give(recordType, from, ownerId).forEach(id -> giveWay(id, ownerId, Set.of(from), viewer));
    }

    /** Somebody was given what another was asked: of what is their own nothing is expected. */
    @Transactional
    public void inherited(long from, long userId, Viewer viewer) {
        store.ownOf(userId).forEach(request -> {
            subjects.find(request.getKind()).ifPresent(subject -> subject.lock(request.getSubjectId()));
            giveWay(request.getId(), userId, Set.of(from), viewer);
        });
    }

    /**
     * To the others of the level, else to those whom its rule names besides them; where there is nobody they are told to hand it
     * on. No level passes by it.
     */
    private void giveWay(long id, long userId, Set<Long> leaving, Viewer viewer) {
        Course course = store.lock(id);
        List<StepRecord> levels = course.levelsOf(userId);
        if (levels.isEmpty()) {
            return;
        }
        List<TaskRecord> before = course.asked();
        Set<Long> heldUp = new HashSet<>();
        for (StepRecord step : levels) {
            if (course.leaveToOthers(step, userId, clock.instant()) || replace(course, step, userId, leaving)) {
                store.tell(course, EventKind.GAVE_WAY, null, null, viewer);
            } else if (course.isOpen(step)) {
                store.tell(course, EventKind.HELD_UP, null, null, viewer);
                heldUp.add(userId);
            }
        }
        store.save(course);
        notices.asked(course, before, viewer);
        notices.own(course, heldUp, viewer);
    }

    private boolean replace(Course course, StepRecord step, long userId, Set<Long> leaving) {
        RequestRecord request = course.request();
        Set<Long> except = new HashSet<>(leaving);
        except.addAll(course.own());
        except.addAll(course.havingPart(step));
        List<Long> found = subjects.find(request.getKind())
                .map(subject -> whole(subject, request.getSubjectId()))
                .map(matter -> planner.instead(store.rule(step), matter, except))
                .orElse(List.of());
        TaskRecord left = course.taskOf(step, userId);
        int more = course.lastPlace(step);
        List<TaskRecord> heirs = new ArrayList<>();
        for (long user : found) {
            int place = heirs.isEmpty() ? left.getPlace() : more + heirs.size();
            TaskRecord heir = store.task(request.getId(), step.getId(), place, user);
            heir.setIsAdded(left.getIsAdded());
            heir.setInsteadOf(userId);
            heirs.add(heir);
        }
        if (!heirs.isEmpty()) {
            course.replace(step, userId, heirs, clock.instant());
        }
        return !heirs.isEmpty();
    }

    static Matter whole(ApprovalSubject subject, long subjectId) {
        return subject.matter(subjectId, Viewer.system("approval"));
    }

    private static void mustHavePeople(List<Planner.Planned> plan) {
        List<Words> missing = plan.stream()
                .map(Planner.Planned::missing)
                .filter(Objects::nonNull)
                .toList();
        if (!missing.isEmpty()) {
            Words all = Words.of(
                    missing.stream().map(Words::zh).collect(joining("；")),
                    missing.stream().map(Words::en).collect(joining("; ")));
            throw new Problem(ApprovalProblem.APPROVAL_LEVEL_EMPTY, all)
                    .with("missing", missing.stream().map(Words::here).toList());
        }
    }
}
