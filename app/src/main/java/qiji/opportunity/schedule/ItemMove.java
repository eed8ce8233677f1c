package qiji.opportunity.schedule;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** Other days for an item, as dragging its bar gives them. */
public record ItemMove(
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,
        @NotNull Integer version) {}
