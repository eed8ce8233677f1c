package qiji.opportunity.part;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import qiji.platform.SoundText;

/** A product in an opportunity as a client writes it. Without a price the product's list price counts, yuan a unit. */
public record LineDraft(
        @NotNull Long productId,

        @NotNull @Digits(integer = 11, fraction = 3) @DecimalMin("0.001")
        BigDecimal quantity,

        @Digits(integer = 13, fraction = 2) @DecimalMin("0") @Nullable
        BigDecimal price,

        @Digits(integer = 3, fraction = 2) @DecimalMin("0") @DecimalMax("100") @Nullable
        BigDecimal discountPercent,

        @SoundText(max = 500) @Nullable String note) {

    BigDecimal discount() {
        return discountPercent == null ? BigDecimal.ZERO : discountPercent;
    }

    /** Quantity × price less discount, in yuan, rounded half up to cents. */
    static BigDecimal amount(BigDecimal quantity, BigDecimal price, BigDecimal discountPercent) {
        BigDecimal rest = BigDecimal.valueOf(100).subtract(discountPercent).movePointLeft(2);
        return quantity.multiply(price).multiply(rest).setScale(2, RoundingMode.HALF_UP);
    }
}
