package qiji.opportunity.control;

import java.util.List;
import java.util.function.Function;
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

    void late(List<OverstayStore.Late> stays) {
        tell(stays.stream()
                .map(late -> once(Notice.of(LATE, late.ownerId(), about(late.id())), late, 1))
                .toList());
    }

    void escalated(List<OverstayStore.Late> stays, Function<OverstayStore.Late, List<Long>> leaders) {
        tell(stays.stream()
                .map(late -> once(
                        Notice.of(ESCALATED, leaders.apply(late), about(late.id()))
                                .with("owner", late.ownerName()),
                        late,
                        2))
                .toList());
    }

    private static Notice once(Notice notice, OverstayStore.Late late, int level) {
        return notice.with("since", late.overstayOn())
                .once("overstay:%d:%s:%d".formatted(late.id(), late.overstayOn(), level));
    }

    private void tell(List<Notice> notices) {
        notifies.forEach(each -> each.tell(notices));
    }

    private static RecordRef about(long id) {
        return new RecordRef(Opportunities.TYPE, id);
    }
}
