package qiji.jobs;

/** How far a job has come. The last three are ends. */
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
}
