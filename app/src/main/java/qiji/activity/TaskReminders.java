package qiji.activity;

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

/**
 * Reminds people of open tasks that are due today, and day by day of those overdue for a month at most: what lies longer is
 * not forgotten but left. Again at noon, for what became due meanwhile or while no server ran: nobody is told twice. [E2 D9]
 */
@Component
class TaskReminders {
    private static final int BATCH = 1000;
    private static final int LONGEST_DAYS = 30;
    private static final Viewer SYSTEM = Viewer.system("task due");

    private final TaskQueries queries;
    private final TaskNotices notices;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TaskReminders(TaskQueries queries, TaskNotices notices, PlatformTransactionManager transactions, Clock clock) {
        this.queries = queries;
        this.notices = notices;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(cron = "0 0 8,12 * * *", zone = "Asia/Shanghai")
    void remind() {
        LocalDate today = LocalDate.now(clock);
        List<TaskQueries.Due> told = next(null, today);
        while (told.size() == BATCH) {
            told = next(told.getLast(), today);
        }
    }

    private List<TaskQueries.Due> next(TaskQueries.@Nullable Due last, LocalDate today) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var due = queries.due(today.minusDays(LONGEST_DAYS), today, last, BATCH, SYSTEM);
            due.forEach(task -> notices.due(task, today));
            return due;
        }));
    }
}
