package qiji.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The queue of jobs in {@code platform.scheduled_tasks}: whichever node is free takes the next. A job whose node died is
 * taken by another one (or the same one, started again) some 15 seconds later.
 */
@Component
class JobScheduler implements SmartLifecycle {
    private static final String TABLE = "platform.scheduled_tasks";
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final DataSource database;
    private final SchedulerClient queue;
    private final Task<Void> task;
    // A stopped one cannot be started again, and a paused application is.
    private volatile @Nullable Scheduler scheduler;

    JobScheduler(DataSource database, JobRunner runner) {
        this.database = database;
        this.task = Tasks.custom("job", Void.class)
                .onDeadExecutionRevive()
                .onFailure((failed, execution) -> execution.reschedule(failed, retryAt()))
                .execute((instance, context) -> {
                    runner.run(Long.parseLong(instance.getId()), context.getSchedulerState()::isShuttingDown);
                    return (_, execution) -> execution.remove();
                });
        // Puts the job into the queue in the caller's transaction, so that there is none without the other.
        this.queue = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), task)
                .tableName(TABLE)
                .build();
    }

    /** Within a transaction; this node looks for work as soon as it has committed, others within a second. */
    void enqueue(long jobId) {
        queue.schedule(task.instance(Long.toString(jobId)), Instant.now());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Scheduler now = scheduler;
                if (now != null) {
                    now.triggerCheckForDueExecutions();
                }
            }
        });
    }

    @Override
    public void start() {
        Scheduler fresh = Scheduler.create(database, task)
                .tableName(TABLE)
                .threads(4)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(2))
                .missedHeartbeatsLimit(6)
                .shutdownMaxWait(Duration.ofSeconds(20))
                .commitWhenAutocommitDisabled(true)
                .failureLogging(LogLevel.WARN, false)
                .build();
        fresh.start();
        scheduler = fresh;
    }

    @Override
    public void stop() {
        Scheduler now = scheduler;
        scheduler = null;
        if (now != null) {
            now.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    private Instant retryAt() {
        return isRunning() ? Instant.now().plus(RETRY) : Instant.now();
    }
}
