package qiji.jobs;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.platform.Problem;
import qiji.platform.Words;

/** Runs one job as the user who started it, or as the system itself, and writes down how it ended. */
@Component
class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final long SYSTEM = 0;
    private static final Words BUG = Words.of("系统出错，任务没有完成", "Something went wrong; the job was not finished");
    private static final Words GONE = Words.of("发起人已停用", "The user who started it is no longer active");

    private final Map<String, JobKind> kinds;
    private final ObjectProvider<Viewers> viewers;
    private final JobStore store;
    private final TransactionTemplate transactions;
    private final TransactionTemplate apart;

    JobRunner(
            ObjectProvider<JobKind> kinds,
            ObjectProvider<Viewers> viewers,
            JobStore store,
            PlatformTransactionManager transactions) {
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
        this.viewers = viewers;
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Throws only what makes sense to try again: the database is away, or this node is {@code stopping}. */
    void run(long id, BooleanSupplier stopping) {
        var task = transactions.execute(_ -> store.begin(id));
        if (task != null && task.isPresent()) {
            LocaleContextHolder.setLocale(
                    task.get().language() == null
                            ? Locale.CHINESE
                            : Locale.of(task.get().language()));
            try {
                run(task.get(), stopping);
            } finally {
                LocaleContextHolder.resetLocaleContext();
            }
        }
    }

    private void run(JobStore.Task task, BooleanSupplier stopping) {
        try {
            var viewer = viewerOf(task);
            if (viewer.isEmpty()) {
                end(task, JobState.FAILED, null, GONE.here());
                return;
            }
            end(task, JobState.DONE, work(task, viewer.get(), stopping), null);
        } catch (JobStopped stopped) {
            if (!stopped.isCancelled()) {
                throw stopped;
            }
            end(task, JobState.CANCELLED, null, null);
        } catch (Problem refused) {
            end(task, JobState.FAILED, null, refused.getBody().getDetail());
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException lost) {
            throw lost;
        } catch (RuntimeException bug) {
            LOG.error("Job {} of kind {} failed", task.id(), task.kind(), bug);
            end(task, JobState.FAILED, null, BUG.here());
        }
    }

    /** With what they may do now, and no more than they might when they started it. */
    private Optional<Viewer> viewerOf(JobStore.Task task) {
        if (task.startedBy() == SYSTEM) {
            return Optional.of(Viewer.system(task.kind()));
        }
        Set<String> most = task.permissions();
        var viewer = viewers.getObject().find(task.startedBy());
        return most == null ? viewer : viewer.map(one -> one.limitedTo(most));
    }

    private @Nullable Object work(JobStore.Task task, Viewer viewer, BooleanSupplier stopping) {
        var kind = kinds.get(task.kind());
        if (kind == null) {
            throw new IllegalStateException("no kind of job " + task.kind());
        }
        return kind.run(new JobRun(task, viewer, store, apart, stopping));
    }

    private void end(JobStore.Task task, JobState state, @Nullable Object result, @Nullable String problem) {
        transactions.executeWithoutResult(_ -> store.end(task.id(), state, result, problem));
    }
}
