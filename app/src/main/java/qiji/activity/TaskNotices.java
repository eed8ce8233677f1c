package qiji.activity;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Notice;
import qiji.access.NoticeKind;
import qiji.access.NoticeKinds;
import qiji.access.Notifies;
import qiji.access.RecordRef;
import qiji.access.Viewer;

/** Tells people of tasks that others gave them. */
@Component
class TaskNotices implements NoticeKinds {
    private static final NoticeKind ASSIGNED =
            NoticeKind.of("task.assigned", "{by}给您指派了任务{record}", "{by} gave you the task {record}");

    private final ObjectProvider<Notifies> notifies;

    TaskNotices(ObjectProvider<Notifies> notifies) {
        this.notifies = notifies;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(ASSIGNED);
    }

    void assigned(long taskId, long assignee, Viewer by) {
        Notice notice = Notice.of(ASSIGNED, assignee, new RecordRef(Tasks.TYPE, taskId))
                .with("by", by.name())
                .except(by);
        notifies.forEach(each -> each.tell(notice));
    }
}
