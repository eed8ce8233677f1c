package qiji.opportunity.life;

/** One thing that keeps an opportunity out of a stage. {@code item} is the field, proof, key action or document missing. */
public record UnmetGate(long stageId, Kind kind, String item) {
    public enum Kind {
        FIELD,
        VALIDITY,
        KEY_ACTION,
        DOCUMENT
    }
}
