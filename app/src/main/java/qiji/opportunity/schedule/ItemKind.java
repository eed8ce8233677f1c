package qiji.opportunity.schedule;

/** Whether something takes days, or is reached on one. [D7] */
public enum ItemKind {
    STEP,
    MILESTONE
}
