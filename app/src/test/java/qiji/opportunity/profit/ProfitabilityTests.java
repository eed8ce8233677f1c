package qiji.opportunity.profit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What follows from revenue and cost by month. [D6] */
class ProfitabilityTests {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    /** Revenue and cost of one month after the other. */
    private static Profitability of(String... pairs) {
        List<CashMonth> months = new ArrayList<>();
        for (int i = 0; i < pairs.length; i++) {
            String[] pair = pairs[i].split("/");
            months.add(new CashMonth(FIRST.plusMonths(i), new BigDecimal(pair[0]), new BigDecimal(pair[1])));
        }
        return Profitability.of(months.reversed());
    }

    @Test
    @DisplayName(
            "[D6] margin = (revenue − cost) ÷ revenue, ROI = (revenue − cost) ÷ cost, per cent, half up at the edge")
    void reckons() {
        Profitability profit = of("0/100", "60/0", "90.50/0.50");
        assertThat(profit.revenue()).isEqualByComparingTo("150.50");
        assertThat(profit.cost()).isEqualByComparingTo("100.50");
        assertThat(profit.net()).isEqualByComparingTo("50");
        assertThat(profit.marginPercent()).isEqualByComparingTo("33.2");
        assertThat(profit.roiPercent()).isEqualByComparingTo("49.8");
        assertThat(profit.months()).extracting("cumulated").asString().isEqualTo("[-100, -40, 50.00]");
    }

    @Test
    @DisplayName("[D6] payback counts the months until what was cumulated is never below zero again")
    void paysBack() {
        assertThat(of("0/100", "60/0", "60/0").paybackMonths()).isEqualTo(3);
        assertThat(of("10/0", "0/30", "30/0", "5/0").paybackMonths()).isEqualTo(3);
        assertThat(of("10/0", "5/10").paybackMonths()).isZero();
        assertThat(of("0/100", "60/0").paybackMonths()).isNull();
        assertThat(of().paybackMonths()).isNull();
    }

    @Test
    @DisplayName("[D6] payback counts months without a row, too")
    void countsTheCalendar() {
        Profitability profit = Profitability.of(List.of(
                new CashMonth(FIRST, BigDecimal.ZERO, BigDecimal.TEN),
                new CashMonth(FIRST.plusMonths(11), BigDecimal.TEN, BigDecimal.ZERO)));
        assertThat(profit.paybackMonths()).isEqualTo(12);
    }

    @Test
    @DisplayName("[D6] the curve has every month at its place, one without a row as high as the one before")
    void drawsTheCalendar() {
        Profitability profit = Profitability.of(List.of(
                new CashMonth(FIRST, BigDecimal.ZERO, BigDecimal.TEN),
                new CashMonth(FIRST.plusMonths(1), BigDecimal.ONE, BigDecimal.ZERO),
                new CashMonth(FIRST.plusMonths(4), BigDecimal.TEN, BigDecimal.ZERO)));
        assertThat(profit.curve()).asString().isEqualTo("[-10, -9, -9, -9, 1]");
        assertThat(of().curve()).isEmpty();
    }

    @Test
    @DisplayName("[D6] over nothing there is neither margin nor ROI")
    void hasNoRateOverNothing() {
        assertThat(of("0/10").marginPercent()).isNull();
        assertThat(of("10/0").roiPercent()).isNull();
    }
}
