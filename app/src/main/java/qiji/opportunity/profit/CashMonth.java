package qiji.opportunity.profit;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What comes in and goes out in a month, which is named by its first day. Yuan. */
public record CashMonth(
        @NotNull LocalDate month,

        @NotNull @Digits(integer = 13, fraction = 2) @DecimalMin("0")
        BigDecimal revenue,

        @NotNull @Digits(integer = 13, fraction = 2) @DecimalMin("0")
        BigDecimal cost) {}
