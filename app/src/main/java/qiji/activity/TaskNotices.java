package qiji.activity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Notice;
import qiji.access.NoticeKind;
import qiji.access.NoticeKinds;
import qiji.access.Notifies;
import qiji.access.RecordRef;
import qiji.access.Viewer;

/** Tells people of tasks that others gave them, and of those that are due. */
@Component
class TaskNotices implements NoticeKinds {
    private static final NoticeKind ASSIGNED =
            NoticeKind.of("task.assigned", "{by}给您指派了任务{record}", "{by} gave you the task {record}");

    private static final NoticeKind DUE_TODAY =
            NoticeKind.of("task.due-today", "任务{record}今天到期", "The task {record} is due today");
    private static final NoticeKind OVERDUE =
            NoticeKind.of("task.overdue", "任务{record}已逾期 {days} 天", "The task {record} is overdue, days: {days}");

    private final ObjectProvider<Notifies> notifies;

    TaskNotices(ObjectProvider<Notifies> notifies) {
        this.notifies = notifies;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(ASSIGNED, DUE_TODAY, OVERDUE);
    }

    /** Once a day. */
    void due(TaskQueries.Due task, LocalDate today) {
        long days = ChronoUnit.DAYS.between(task.on(), today);
        Notice notice = Notice.of(
                        days == 0 ? DUE_TODAY : OVERDUE, task.assigneeId(), new RecordRef(Tasks.TYPE, task.id()))
                .with("days", days)
                .once("task.due/" + task.id() + "/" + today);
        notifies.forEach(each -> each.tell(notice));
    }

    void assigned(long taskId, long assignee, Viewer by) {
        Notice notice = Notice.of(ASSIGNED, assignee, new RecordRef(Tasks.TYPE, taskId))
                .with("by", by.name())
                .except(by);
        notifies.forEach(each -> each.tell(notice));
    }
}
