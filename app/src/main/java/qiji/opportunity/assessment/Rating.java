package qiji.opportunity.assessment;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import qiji.platform.SoundText;

/** What a rater gives for one criterion, 0 to 100, and why. */
public record Rating(
        @NotBlank String criterion,

        @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal value,

        @SoundText(max = 2000) @Nullable String comment) {}
