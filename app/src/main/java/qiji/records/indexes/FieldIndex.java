package qiji.records.indexes;

import org.jspecify.annotations.Nullable;

/**
 * The index of a custom field. {@code sorts} says that a list sorted by the field walks it; otherwise it serves filters
 * only. {@code jobId} is the job that makes it, or has last tried.
 */
public record FieldIndex(
        String fieldId,
        State state,
        boolean sorts,
        @Nullable String jobId) {
    /** What there is of it. */
    public enum State {
        /** None, and none wished for. */
        NONE,
        /** Wished for, and not there yet. */
        WISHED,
        READY,
        /** Values of its kind cannot be indexed. */
        IMPOSSIBLE
    }
}
