package qiji.bench;

import org.jspecify.annotations.Nullable;

/**
 * Something that a user does, beside the same work in bare SQL. {@code prepare} reads what both need before the clock
 * runs; both answer with what can be compared, or with nothing where they write. A bar is absent where there is none.
 */
record Scenario(String name, Work request, @Nullable Work twin, Bar bar) {
    /** The {@code turn}-th time; the same turn does the same work on both sides. */
    interface Work {
        Object run(int turn) throws Exception;
    }

    /** Milliseconds at most, and the ratio at most. */
    record Bar(
            @Nullable Double medianMs,
            @Nullable Double p95Ms,
            @Nullable Double ratio) {
        static final Bar NONE = new Bar(null, null, null);
    }
}
