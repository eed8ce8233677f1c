package qiji.opportunity;

import org.jspecify.annotations.Nullable;

/** One thing that keeps an opportunity out of a stage. {@code item} is the field, proof, key action or document missing. */
record UnmetGate(long stageId, Kind kind, String item) {
    enum Kind {
        FIELD,
        VALIDITY,
        KEY_ACTION,
        DOCUMENT
    }

    /** The name of the missing field; null for what is no field. */
    @Nullable
    String field() {
        return kind == Kind.FIELD || kind == Kind.VALIDITY ? item : null;
    }
}
