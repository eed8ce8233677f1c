package qiji.opportunity.life;

/**
 * One thing that keeps an opportunity out of a stage. {@code item} is the field, proof, document or what the key action is
 * known by; the stage whose verification mark is to be proven, or that is to be approved; the days, and the kind, of a
 * recent follow-up; the score; {@code confirmed}.
 */
public record UnmetGate(long stageId, Kind kind, String item) {
    public enum Kind {
        FIELD,
        VALIDITY,
        KEY_ACTION,
        DOCUMENT,
        EVIDENCE,
        ACTIVITY,
        APPROVAL,
        SCORE,
        CONFIRMATION
    }
}
