package qiji.activity;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was done about a record, as far as the record itself is concerned: when, and what comes next. [D10] */
public record FollowUp(
        Instant happenedAt,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn) {}
