package qiji.records.bulk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One work on many records: what was asked for, and how many of them it did, left as they were or was refused. */
public record BulkRun(
        String id,
        String type,
        String action,
        JsonNode given,
        int chosen,
        int done,
        int unchanged,
        int refused,
        @Nullable String jobId,
        Instant createdAt) {
    int ended() {
        return done + unchanged + refused;
    }

    /** A record that was refused, and why: a problem as the verb gave it. */
    public record Refusal(
            int place, String recordId, @Nullable String label, JsonNode problem) {}

    /** Some of the refusals in their order; {@code next} is the place behind which more follow. */
    public record Refusals(List<Refusal> refusals, @Nullable Integer next) {}
}
