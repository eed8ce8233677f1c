package qiji.opportunity.duty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Notice;
import qiji.access.NoticeKind;
import qiji.access.NoticeKinds;
import qiji.access.Notifies;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.duty.DutyStore.Duty;
import qiji.platform.Time;

/**
 * Reminds owners and responsible leaders, each once a week and with one notice for all, of what they did not follow up as
 * often as its grade asks. Again on the day after, for when no server ran. Who may not read that it is overdue, which tells
 * the grade, is not told. [D3]
 */
@Component
class Duties implements NoticeKinds {
    private static final Viewer SYSTEM = Viewer.system("weekly duties");
    private static final String PROGRESS_FIELD = DutyFields.PROGRESS_OVERDUE;
    private static final String LEADING_FIELD = DutyFields.LEADER_OVERDUE;
    private static final NoticeKind PROGRESS = NoticeKind.of(
                    "opportunity.progress-overdue",
                    "您负责的商机中有 {count} 个没有按期跟进，进展已逾期，请补上",
                    "Progress is overdue for opportunities of yours that nobody followed up in time: {count}")
            .leadingTo(listOf("owner", PROGRESS_FIELD));
    private static final NoticeKind LEADING = NoticeKind.of(
                    "opportunity.leader-overdue",
                    "您任责任领导的商机中有 {count} 个您没有按期亲自跟进",
                    "Opportunities you lead that you did not follow up in person in time: {count}")
            .leadingTo(listOf("responsibleLeader", LEADING_FIELD));

    private final DutyStore store;
    private final FieldLabels labels;
    private final Viewers viewers;
    private final ObjectProvider<Notifies> notifies;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Duties(
            DutyStore store,
            FieldLabels labels,
            Viewers viewers,
            ObjectProvider<Notifies> notifies,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.labels = labels;
        this.viewers = viewers;
        this.notifies = notifies;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(PROGRESS, LEADING);
    }

    /** Due on Sunday at 24:00. */
    @Scheduled(cron = "0 40 8 * * MON,TUE", zone = "Asia/Shanghai")
    void remind() {
        remind(Duty.PROGRESS, PROGRESS, PROGRESS_FIELD);
        remind(Duty.LEADING, LEADING, LEADING_FIELD);
    }

    private void remind(Duty duty, NoticeKind kind, String field) {
        LocalDate monday =
                LocalDate.now(clock.withZone(Time.ZONE)).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String once = "%s/%s".formatted(kind.code(), monday);
        List<Long> late = next(duty, kind, field, once, 0);
        while (late.size() == DutyStore.AT_ONCE) {
            late = next(duty, kind, field, once, late.getLast());
        }
    }

    private List<Long> next(Duty duty, NoticeKind kind, String field, String once, long after) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            List<Long> late = store.late(duty, after, SYSTEM);
            List<Notice> all = new ArrayList<>();
            for (long user : late) {
                viewers.find(user)
                        .filter(viewer -> viewer.may(OpportunityPermissions.READ) && labels.mayRead(field, viewer))
                        .map(viewer -> store.count(duty, viewer))
                        .filter(count -> count > 0)
                        .ifPresent(count -> all.add(
                                Notice.of(kind, user, null).with("count", count).once(once)));
            }
            notifies.forEach(each -> each.tell(all));
            return late;
        }));
    }

    /** The list of those that are meant. */
    private static String listOf(String whose, String overdue) {
        String filter = """
                {"and":[{"field":"%s","op":"me"},{"field":"%s","op":"is","value":true}]}""".formatted(whose, overdue);
        return "/opportunities?filter=" + URLEncoder.encode(filter, UTF_8);
    }
}
