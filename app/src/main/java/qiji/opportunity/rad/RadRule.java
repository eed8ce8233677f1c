package qiji.opportunity.rad;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Words;

/** The bands of the RAD grid, and the rate that they go by. Budgets in yuan, rates in per cent. [D4] */
public record RadRule(RadRate rate, Budgets budget, Rates rates) {
    private static final BigDecimal MOST_YUAN = new BigDecimal("1e13");
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(100);

    /** D [0, fromA) · A [fromA, upToA] · R above. */
    public record Budgets(BigDecimal fromA, BigDecimal upToA) {}

    /** 3 [0, from2) · 2 [from2, from1) · 1 from there on. */
    public record Rates(BigDecimal from2, BigDecimal from1) {}

    /** As the sources have it. [S17] */
    static RadRule shipped() {
        return new RadRule(
                RadRate.STAGE_PRESET,
                new Budgets(BigDecimal.valueOf(100_000), BigDecimal.valueOf(500_000)),
                new Rates(BigDecimal.valueOf(25), BigDecimal.valueOf(50)));
    }

    @SuppressWarnings("NullAway") // what was read of a body may lack parts
    List<FieldFault> faults() {
        List<FieldFault> faults = new ArrayList<>();
        if (rate == null) {
            faults.add(FieldFault.required("rate"));
        }
        if (budget == null) {
            faults.add(FieldFault.required("budget"));
        } else {
            limit("budget.fromA", budget.fromA, BigDecimal.ZERO, MOST_YUAN, faults);
            limit("budget.upToA", budget.upToA, budget.fromA, MOST_YUAN, faults);
        }
        if (rates == null) {
            faults.add(FieldFault.required("rates"));
        } else {
            limit("rates.from2", rates.from2, BigDecimal.ZERO, MOST_PERCENT, faults);
            limit("rates.from1", rates.from1, rates.from2, MOST_PERCENT, faults);
        }
        return faults;
    }

    private static void limit(
            String path,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal lower,
            BigDecimal most,
            List<FieldFault> faults) {
        if (limit == null) {
            faults.add(FieldFault.required(path));
        } else if (lower != null && limit.compareTo(lower) <= 0) {
            faults.add(FieldFault.of(path, "not-rising", Words.of("须大于前一个界线", "It must be above the one before")));
        } else if (limit.compareTo(most) > 0 || limit.stripTrailingZeros().scale() > 2) {
            faults.add(FieldFault.of(
                    path,
                    "out-of-range",
                    Words.of("最多两位小数，不超过 %s", "At most two decimals, not above %s")
                            .with(most.toPlainString())));
        }
    }
}
