package qiji.organization.handover;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Notice;
import qiji.access.NoticeKind;
import qiji.access.NoticeKinds;
import qiji.access.Notifies;
import qiji.access.Viewer;

/** Tells an heir once of all that came to them, not of each record. */
@Component
class HandOverNotices implements NoticeKinds {
    private static final NoticeKind HANDED_OVER = NoticeKind.of(
            "organization.handed-over",
            "{by}把{from}的工作移交给了您，共 {count} 项",
            "{by} handed the work of {from} over to you, things: {count}");

    private final ObjectProvider<Notifies> notifies;

    HandOverNotices(ObjectProvider<Notifies> notifies) {
        this.notifies = notifies;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(HANDED_OVER);
    }

    void handedOver(String from, long heir, int count, Viewer by) {
        Notice notice = Notice.of(HANDED_OVER, heir, null)
                .with("by", by.name())
                .with("from", from)
                .with("count", count)
                .except(by);
        notifies.forEach(each -> each.tell(notice));
    }
}
