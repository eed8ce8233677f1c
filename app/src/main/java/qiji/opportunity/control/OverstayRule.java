package qiji.opportunity.control;

/** After how many days too long in a stage the manager of the owner is told as well. [D5 X7] */
public record OverstayRule(int escalateAfterDays) {
    static final int LONGEST = 365;
}
