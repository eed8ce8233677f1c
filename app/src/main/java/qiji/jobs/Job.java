package qiji.jobs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Long work as the page sees it that waits for it. {@code done} of {@code total} are in the unit of its kind, e.g. rows;
 * {@code total} is null while nobody knows; {@code problem} tells people why it failed.
 */
public record Job(
        String id,
        String kind,
        @Nullable String subjectId,
        JobState state,
        long done,
        @Nullable Long total,
        boolean cancelRequested,
        @Nullable JsonNode result,
        @Nullable Failure problem,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    /** Why a job failed: {@code title} is a sentence for people. */
    public record Failure(String title) {}

    @JsonIgnore
    public boolean isOver() {
        return finishedAt != null;
    }
}
