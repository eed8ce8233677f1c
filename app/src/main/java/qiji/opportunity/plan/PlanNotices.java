package qiji.opportunity.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.access.Notice;
import qiji.access.NoticeKind;
import qiji.access.NoticeKinds;
import qiji.access.Notifies;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.opportunity.schedule.ItemDraft;

/** Tells people of plan items that others gave them, and of those that are overdue. [D7] */
@Component
class PlanNotices implements NoticeKinds {
    private static final NoticeKind ASSIGNED = NoticeKind.of(
            "opportunity.plan-item",
            "{by}在商机{record}的计划里给您安排了一项，{from} 至 {to}",
            "{by} gave you an item in the plan of {record}, {from} to {to}");
    private static final NoticeKind OVERDUE = NoticeKind.of(
            "opportunity.plan-item-overdue",
            "商机{record}的计划里有一项由您完成，应于 {to} 结束，现已逾期",
            "An item of yours in the plan of {record} was to end on {to} and is overdue");

    private final ObjectProvider<Notifies> notifies;

    PlanNotices(ObjectProvider<Notifies> notifies) {
        this.notifies = notifies;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(ASSIGNED, OVERDUE);
    }

    /** Nothing where it is the same as {@code before}, is done already, or whoever gives it keeps it. */
    void assigned(long id, ItemDraft draft, @Nullable Long before, Viewer by) {
        Long assignee = draft.assigneeId();
        LocalDate to = draft.endsOn();
        if (assignee != null && !assignee.equals(before) && draft.doneOn() == null) {
            tell(Notice.of(ASSIGNED, assignee, about(id))
                    .with("by", by.name())
                    .with("from", draft.startsOn())
                    .with("to", to == null ? draft.startsOn() : to)
                    .except(by));
        }
    }

    /** Once for each day that it was to end on. */
    void overdue(List<PlanStore.Overdue> items) {
        List<Notice> all = items.stream()
                .map(item -> Notice.of(OVERDUE, item.assigneeId(), about(item.opportunityId()))
                        .with("to", item.endsOn())
                        .once("plan-item/%d/%s".formatted(item.id(), item.endsOn())))
                .toList();
        notifies.forEach(each -> each.tell(all));
    }

    private void tell(Notice notice) {
        notifies.forEach(each -> each.tell(notice));
    }

    private static RecordRef about(long id) {
        return new RecordRef(Opportunities.TYPE, id);
    }
}
