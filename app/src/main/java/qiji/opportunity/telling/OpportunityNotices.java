package qiji.opportunity.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Notice;
import qiji.access.NoticeKind;
import qiji.access.NoticeKinds;
import qiji.access.Notifies;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.platform.Words;

/** Tells whom an opportunity was given to, who came on its team, who leads it, and that it is awake
 * again. Nobody hears of what they did. */
@Component
public class OpportunityNotices implements NoticeKinds {
    private static final NoticeKind GIVEN =
            NoticeKind.of("opportunity.given", "{by}把商机{record}转给了您", "{by} gave you the opportunity {record}");
    private static final NoticeKind JOINED = NoticeKind.of(
            "opportunity.joined",
            "{by}把您加入商机{record}的团队，角色：{role}",
            "{by} added you to the team of {record} as {role}");
    private static final NoticeKind AWAKE = NoticeKind.of(
            "opportunity.awake", "暂缓的商机{record}到期，已恢复跟进", "The deferred opportunity {record} is open again");
    private static final NoticeKind AWAKE_ALONE = NoticeKind.of(
            "opportunity.awake-alone",
            "暂缓的商机{record}到期，已恢复跟进；原负责人已停用，现由您负责，可再移交他人",
            "The deferred opportunity {record} is open again; its owner has left, so it is yours: keep it or give it on");

    private static final NoticeKind LEADS = NoticeKind.of(
            "opportunity.leads",
            "您是商机{record}的责任领导，请按等级的要求亲自跟进",
            "You are the responsible leader of the opportunity {record}: follow it up in person as often as its grade asks");

    private final ObjectProvider<Notifies> notifies;

    OpportunityNotices(ObjectProvider<Notifies> notifies) {
        this.notifies = notifies;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(GIVEN, JOINED, AWAKE, AWAKE_ALONE, LEADS);
    }

    /** Nothing where the owner stays the same, or is missing, which is refused elsewhere. */
    public void given(long id, @Nullable Long before, @Nullable Long owner, Viewer by) {
        if (owner != null && !owner.equals(before)) {
            tell(Notice.of(GIVEN, owner, about(id)).with("by", by.name()).except(by));
        }
    }

    public void joined(long id, long userId, Words role, Viewer by) {
        tell(Notice.of(JOINED, userId, about(id))
                .with("by", by.name())
                .with("role", role)
                .except(by));
    }

    /** Nothing where it stays the same. */
    public void leads(long id, @Nullable Long before, @Nullable Long leader, Viewer by) {
        if (leader != null && !leader.equals(before)) {
            tell(Notice.of(LEADS, leader, about(id)).except(by));
        }
    }

    /** {@code awake} by their owners; {@code orphans} by the leaders who own them now. */
    public void awake(Map<Long, Long> awake, Map<Long, List<Long>> orphans) {
        List<Notice> all = new ArrayList<>();
        awake.forEach((id, owner) -> all.add(Notice.of(AWAKE, owner, about(id))));
        orphans.forEach((leader, ids) -> ids.forEach(id -> all.add(Notice.of(AWAKE_ALONE, leader, about(id)))));
        notifies.forEach(each -> each.tell(all));
    }

    private void tell(Notice notice) {
        notifies.forEach(each -> each.tell(notice));
    }

    private static RecordRef about(long id) {
        return new RecordRef("opportunity", id);
    }
}
