package qiji.approval;

import db.approval.tables.records.TaskRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Notice;
import qiji.access.NoticeKind;
import qiji.access.NoticeKinds;
import qiji.access.Notifies;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.organization.absence.Absences;
import qiji.platform.Words;

/** Tells people that they are asked, reminded, and how it ended. [D9] */
@Component
class ApprovalNotices implements NoticeKinds {
    private static final String PAGE = "/approvals/{request}";
    private static final NoticeKind ASKED = NoticeKind.of(
                    "approval.asked", "{by}请您审批“{kind}”：{record}", "{by} asks you to decide “{kind}”: {record}")
            .leadingTo(PAGE);
    private static final NoticeKind REMINDED = NoticeKind.of(
                    "approval.reminded", "{by}催办“{kind}”：{record}", "{by} reminds you to decide “{kind}”: {record}")
            .leadingTo(PAGE);
    private static final NoticeKind ESCALATED = NoticeKind.of(
                    "approval.escalated",
                    "审批逾期，请您处理“{kind}”：{record}",
                    "Overdue and now yours to decide: “{kind}”: {record}")
            .leadingTo(PAGE);
    private static final NoticeKind OVERDUE = NoticeKind.of(
                    "approval.overdue", "审批“{kind}”已逾期：{record}", "The decision of “{kind}” is overdue: {record}")
            .leadingTo(PAGE);
    private static final NoticeKind DECIDED = NoticeKind.of(
                    "approval.decided", "“{kind}”{outcome}：{record}", "“{kind}” was {outcome}: {record}")
            .leadingTo(PAGE);

    private static final NoticeKind OWN = NoticeKind.of(
                    "approval.own",
                    "“{kind}”原由您审批，但{record}现在归您负责，请转交他人审批",
                    "“{kind}” waits for you, but {record} is yours now: hand the decision on")
            .leadingTo(PAGE);

    private final ObjectProvider<Notifies> hearers;
    private final ApprovalSubjects subjects;
    private final Absences absences;
    private final Viewers viewers;

    ApprovalNotices(ObjectProvider<Notifies> hearers, ApprovalSubjects subjects, Absences absences, Viewers viewers) {
        this.viewers = viewers;
        this.hearers = hearers;
        this.subjects = subjects;
        this.absences = absences;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(ASKED, REMINDED, ESCALATED, OVERDUE, DECIDED, OWN);
    }

    /** Once for each being asked: those of {@code before} know already. */
    void asked(Course course, Collection<TaskRecord> before, Viewer viewer) {
        List<TaskRecord> fresh = new ArrayList<>(course.asked());
        fresh.removeAll(before);
        send(notice(course, ASKED, withStandIns(fresh), viewer)
                .with("by", sender(course, viewer))
                .except(viewer));
    }

    /** Who asked, whoever opened the level. */
    private String sender(Course course, Viewer viewer) {
        long asked = course.request().getAskedBy();
        return asked == viewer.userId()
                ? viewer.name()
                : viewers.find(asked).map(Viewer::name).orElse(viewer.name());
    }

    void reminded(Course course, Viewer viewer) {
        tell(course, REMINDED, withStandIns(course.asked()), viewer);
    }

    void escalated(Course course, long userId, Viewer viewer) {
        tell(course, ESCALATED, List.of(userId), viewer);
    }

    /** Also to who took it over themselves. */
    void own(Course course, Collection<Long> users, Viewer viewer) {
        send(notice(course, OWN, users, viewer));
    }

    void overdue(Course course, Viewer viewer) {
        tell(course, OVERDUE, concerned(course), viewer);
    }

    void decided(Course course, Outcome outcome, Viewer viewer) {
        send(notice(course, DECIDED, concerned(course), viewer)
                .with("outcome", words(outcome))
                .except(viewer));
    }

    private static Set<Long> concerned(Course course) {
        return course.own();
    }

    private Set<Long> withStandIns(Collection<TaskRecord> tasks) {
        Set<Long> users = new HashSet<>();
        tasks.forEach(task -> users.add(task.getUserId()));
        users.addAll(absences.standIns(users).values());
        return users;
    }

    private void tell(Course course, NoticeKind kind, Collection<Long> users, Viewer viewer) {
        send(notice(course, kind, users, viewer).except(viewer));
    }

    private Notice notice(Course course, NoticeKind kind, Collection<Long> users, Viewer viewer) {
        var request = course.request();
        Words what = subjects.find(request.getKind())
                .map(ApprovalSubject::words)
                .orElse(Words.of(request.getKind(), request.getKind()));
        return Notice.of(kind, users, new RecordRef(request.getRecordType(), request.getRecordId()))
                .with("kind", what)
                .with("by", viewer.name())
                .with("request", request.getId());
    }

    private void send(Notice notice) {
        hearers.forEach(hearer -> hearer.tell(notice));
    }

    static Words words(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> Words.of("已同意", "approved");
            case REJECTED -> Words.of("未同意", "rejected");
            case RETURNED -> Words.of("被退回", "returned");
            case WITHDRAWN -> Words.of("已撤回", "withdrawn");
        };
    }
}
