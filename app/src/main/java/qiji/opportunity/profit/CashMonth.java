package qiji.opportunity.profit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;

/** What comes in and goes out in a month, which is named by its first day. Yuan. */
public record CashMonth(
        @NotNull LocalDate month,

        @NotNull @Digits(integer = 13, fraction = 2) @DecimalMin("0")
        BigDecimal revenue,

        @NotNull @Digits(integer = 13, fraction = 2) @DecimalMin("0")
        BigDecimal cost) {
    /** Of these months together: another where any of them is, 0 of none. They have no row of their own that could count. */
    static int version(List<CashMonth> months) {
        CRC32 sum = new CRC32();
        months.stream()
                .sorted(Comparator.comparing(CashMonth::month))
                .forEach(each -> sum.update("%s %s %s;"
                        .formatted(each.month, plain(each.revenue), plain(each.cost))
                        .getBytes(US_ASCII)));
        return (int) sum.getValue();
    }

    private static String plain(BigDecimal yuan) {
        return yuan.stripTrailingZeros().toPlainString();
    }
}
