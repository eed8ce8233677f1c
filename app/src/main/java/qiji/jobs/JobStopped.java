package qiji.jobs;

/** Thrown by {@link JobRun#progress}: the work must end here, between two steps. Only the runner catches it. */
public final class JobStopped extends RuntimeException {
    private final boolean cancelled;

    JobStopped(boolean cancelled) {
        super(cancelled ? "cancelled" : "shutting down", null, false, false);
        this.cancelled = cancelled;
    }

    /** Else this node is shutting down, and the job goes on after the next start. */
    boolean isCancelled() {
        return cancelled;
    }
}
