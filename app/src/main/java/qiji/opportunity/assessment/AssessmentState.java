package qiji.opportunity.assessment;

/** From being rated to having fixed the direction. A rejected one ends; after it another may begin. */
public enum AssessmentState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    REJECTED,
    APPROVED;

    /** Whether raters may still change their minds. */
    public boolean isRated() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether risks and figures belong to it as they were when it was sent. */
    public boolean isFixed() {
        return !isRated();
    }
}
