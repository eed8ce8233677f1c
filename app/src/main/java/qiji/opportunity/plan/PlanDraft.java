package qiji.opportunity.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.platform.SoundText;

/**
 * What a client writes of a plan besides its items; all of it, what is absent is emptied. {@code version} is the one that
 * was read, 0 where there was no plan yet.
 */
public record PlanDraft(
        @SoundText(max = 5000) @Nullable String positioning,
        @SoundText(max = 5000) @Nullable String channel,
        @SoundText(max = 5000) @Nullable String price,
        @NotNull @Size(max = 100) List<@NotNull @Valid Resource> resources,
        @NotNull Integer version) {

    /** In its unit; of money in yuan. */
    public record Resource(
            @NotNull ResourceKind kind,
            @NotBlank @SoundText(max = 200) String name,

            @Digits(integer = 13, fraction = 2) @DecimalMin("0") @Nullable
            BigDecimal quantity,

            @SoundText(max = 20) @Nullable String unit,
            @Nullable LocalDate neededOn) {}
}
