package qiji.opportunity.schedule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import qiji.platform.SoundText;

/**
 * What a client writes of an item; all of it, what is absent is emptied. A milestone ends on the day on which it begins.
 * {@code version} is the one that was read, of an item that is there already.
 */
public record ItemDraft(
        @NotNull ItemKind kind,
        @NotBlank @SoundText(max = 200) String title,
        @Nullable Long assigneeId,
        @NotNull LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate doneOn,
        @Nullable Long predecessorId,
        @Nullable Integer version) {}
