package qiji.opportunity.control;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Notice;
import qiji.access.NoticeKind;
import qiji.access.NoticeKinds;
import qiji.access.Notifies;
import qiji.access.RecordRef;
import qiji.opportunity.Opportunities;

/** Tells of opportunities that stay too long in a stage: the owner first, the owner's manager later. [D5] */
@Component
class OverstayNotices implements NoticeKinds {
    private static final NoticeKind LATE = NoticeKind.of(
            "opportunity.overstay",
            "商机{record}自 {since} 起超过阶段计划停留时间，请推进或说明",
            "{record} has been longer in its stage than planned since {since}: move it on");
    private static final NoticeKind ESCALATED = NoticeKind.of(
            "opportunity.overstay-escalated",
            "{owner}负责的商机{record}自 {since} 起超过阶段计划停留时间，仍未推进",
            "{record} of {owner} has been longer in its stage than planned since {since}");

    private final ObjectProvider<Notifies> notifies;

    OverstayNotices(ObjectProvider<Notifies> notifies) {
        this.notifies = notifies;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(LATE, ESCALATED);
    }

    void late(OverstayStore.Late late) {
        tell(Notice.of(LATE, late.ownerId(), about(late.id())), late, 1);
    }

    void escalated(OverstayStore.Late late, List<Long> leaders) {
        tell(Notice.of(ESCALATED, leaders, about(late.id())).with("owner", late.ownerName()), late, 2);
    }

    private void tell(Notice notice, OverstayStore.Late late, int level) {
        Notice once = notice.with("since", late.overstayOn())
                .once("overstay:%d:%s:%d".formatted(late.id(), late.overstayOn(), level));
        notifies.forEach(each -> each.tell(once));
    }

    private static RecordRef about(long id) {
        return new RecordRef(Opportunities.TYPE, id);
    }
}
