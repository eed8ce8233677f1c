package qiji.opportunity.profit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from revenue and cost by month, in yuan. Margin is (revenue − cost) ÷ revenue, ROI (revenue − cost) ÷ cost, both
 * in per cent with one decimal, half up, null over nothing. Payback counts the months from the first on, until what was
 * cumulated is never below zero again; 0 if it never is, null if it stays so. [D6]
 */
public record Profitability(
        List<Month> months,
        BigDecimal revenue,
        BigDecimal cost,
        BigDecimal net,
        @Nullable BigDecimal marginPercent,
        @Nullable BigDecimal roiPercent,
        @Nullable Integer paybackMonths) {
    /** {@code cumulated} is what came in less what went out up to the end of the month. */
    public record Month(LocalDate month, BigDecimal revenue, BigDecimal cost, BigDecimal net, BigDecimal cumulated) {}

    public static Profitability of(List<CashMonth> given) {
        List<Month> months = new ArrayList<>();
        BigDecimal revenue = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (CashMonth each :
                given.stream().sorted(Comparator.comparing(CashMonth::month)).toList()) {
            revenue = revenue.add(each.revenue());
            cost = cost.add(each.cost());
            months.add(new Month(
                    each.month(),
                    each.revenue(),
                    each.cost(),
                    each.revenue().subtract(each.cost()),
                    revenue.subtract(cost)));
        }
        BigDecimal net = revenue.subtract(cost);
        return new Profitability(
                List.copyOf(months), revenue, cost, net, percent(net, revenue), percent(net, cost), payback(months));
    }

    /** What was cumulated by the end of each month from the first to the last: without an entry, as before. */
    public List<BigDecimal> curve() {
        List<BigDecimal> all = new ArrayList<>();
        for (Month each : months) {
            while (!all.isEmpty()
                    && months.getFirst().month.plusMonths(all.size()).isBefore(each.month)) {
                all.add(all.getLast());
            }
            all.add(each.cumulated);
        }
        return all;
    }

    private static @Nullable Integer payback(List<Month> months) {
        if (months.isEmpty() || months.getLast().cumulated.signum() < 0) {
            return null;
        }
        int at = months.size() - 1;
        while (at >= 0 && months.get(at).cumulated.signum() >= 0) {
            at--;
        }
        return at < 0
                ? 0
                : Math.toIntExact(ChronoUnit.MONTHS.between(months.getFirst().month, months.get(at + 1).month) + 1);
    }

    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? null
                : part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP);
    }
}
