package qiji.opportunity.risk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import qiji.platform.SoundText;

/** What a client writes of a risk; {@code version} is the one that it was read with, null for a new one. */
public record RiskDraft(
        @NotBlank @SoundText(max = 500) String title,
        @NotNull @Min(1) @Max(5) Integer probability,
        @NotNull @Min(1) @Max(5) Integer impact,
        @Nullable Long ownerId,
        @SoundText(max = 2000) @Nullable String mitigation,
        @Nullable RiskState state,
        @Nullable Integer version) {}
