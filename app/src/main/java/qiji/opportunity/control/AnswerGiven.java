package qiji.opportunity.control;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import qiji.platform.SoundText;

/**
 * To what a stage asks. {@code place} counts from 0 in the stage's list; without an answer it is taken back. {@code before} is
 * the answer as it was read, null for none: where another answered since, this one is refused.
 */
record AnswerGiven(
        @NotNull Long stageId,
        @NotNull AnswerKind kind,
        @NotNull Integer place,
        @SoundText @Size(max = 2000) @Nullable String answer,
        @SoundText @Size(max = 2000) @Nullable String before) {}
