package qiji.approval;

/** What became of somebody's being asked. OVER: it was decided without them. */
enum TaskState {
    WAITING,
    OPEN,
    APPROVED,
    REJECTED,
    RETURNED,
    TRANSFERRED,
    OVER
}
