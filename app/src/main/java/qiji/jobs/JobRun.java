package qiji.jobs;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;

/** One run of one job, as its kind sees it. */
public final class JobRun {
    private final long id;
    private final long subjectId;
    private final Viewer viewer;
    private final JobStore store;
    private final TransactionTemplate transactions;
    private final BooleanSupplier stopping;

    JobRun(
            JobStore.Task task,
            Viewer viewer,
            JobStore store,
            TransactionTemplate transactions,
            BooleanSupplier stopping) {
        this.id = task.id();
        this.subjectId = task.subjectId() == null ? 0 : task.subjectId();
        this.viewer = viewer;
        this.store = store;
        this.transactions = transactions;
        this.stopping = stopping;
    }

    public long id() {
        return id;
    }

    /** What the job is about, e.g. the import; 0 if it was started without. */
    public long subjectId() {
        return subjectId;
    }

    /** The user who started it, with what they may do now; or the system itself. */
    public Viewer viewer() {
        return viewer;
    }

    /** To be called between steps; seen by others at once, whatever becomes of the step's transaction. Throws {@link JobStopped} if the work is to end here. */
    public void progress(long done, @Nullable Long total) {
        boolean cancelled = Boolean.TRUE.equals(transactions.execute(_ -> store.progress(id, done, total)));
        if (cancelled || stopping.getAsBoolean()) {
            throw new JobStopped(cancelled);
        }
    }

    /** To be thrown by a kind that sees that another run of this job went on in the meantime. */
    public JobStopped overtaken() {
        return new JobStopped(false);
    }
}
