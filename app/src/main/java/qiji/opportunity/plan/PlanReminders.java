package qiji.opportunity.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.platform.Time;

/**
 * Reminds people of items of plans that were to end before today, once each; those of the last week, so that nothing is
 * lost while no server ran. [D7]
 */
@Component
class PlanReminders {
    private static final int BATCH = 1000;
    private static final int LONGEST_DAYS = 7;
    private static final Viewer SYSTEM = Viewer.system("plan item overdue");

    private final PlanStore store;
    private final PlanNotices notices;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PlanReminders(PlanStore store, PlanNotices notices, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(cron = "0 25 8 * * *", zone = "Asia/Shanghai")
    void remind() {
        LocalDate today = LocalDate.now(clock.withZone(Time.ZONE));
        List<PlanStore.Overdue> told = next(null, today);
        while (told.size() == BATCH) {
            told = next(told.getLast(), today);
        }
    }

    private List<PlanStore.Overdue> next(PlanStore.@Nullable Overdue last, LocalDate today) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var overdue = store.overdue(today.minusDays(LONGEST_DAYS), today.minusDays(1), last, BATCH, SYSTEM);
            notices.overdue(overdue);
            return overdue;
        }));
    }
}
