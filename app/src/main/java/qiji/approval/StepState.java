package qiji.approval;

/** Where a level stands. */
enum StepState {
    WAITING,
    OPEN,
    PASSED,
    STOPPED
}
