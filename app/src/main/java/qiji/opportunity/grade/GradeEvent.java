package qiji.opportunity.grade;

/** A step in the life of a grade and of its report to the city company. */
public enum GradeEvent {
    RAISED,
    LOWERING,
    SENT,
    CONFIRMED,
    RETURNED,
    REJECTED,
    WITHDRAWN,
    REPORTED,
    RECEIVED,
    SENT_BACK
}
