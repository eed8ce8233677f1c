package qiji.opportunity.rival;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import qiji.platform.SoundText;

/**
 * What a client writes of a competitor in an opportunity. {@code price} is the contract total that they ask, in yuan; {@code version} is the one that was read,
 * without one whatever stands there is written over.
 */
public record RivalDraft(
        @NotNull Threat threat,
        @SoundText(max = 2000) @Nullable String strength,
        @SoundText(max = 2000) @Nullable String weakness,

        @Digits(integer = 13, fraction = 2) @DecimalMin("0") @Nullable
        BigDecimal price,

        @SoundText(max = 2000) @Nullable String counterStrategy,
        @Nullable Integer version) {}
