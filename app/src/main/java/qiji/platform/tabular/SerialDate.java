package qiji.platform.tabular;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Dates as spreadsheets count them: days since the end of 1899, in which they believe in a 29 February 1900. */
final class SerialDate {
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    /** 31 December 9999. */
    private static final BigDecimal LAST = BigDecimal.valueOf(2_958_465);

    private static final int BELIEVED_LEAP_DAY = 60;
    private static final long SECONDS_A_DAY = 86_400;

    private SerialDate() {}

    /** To the second. Empty before 1900, after 9999, and for the day that never was. */
    static Optional<LocalDateTime> at(BigDecimal serial, boolean startsIn1904) {
        if (serial.signum() < 0 || serial.compareTo(LAST) > 0) {
            return Optional.empty();
        }
        long seconds = serial.multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long day = seconds / SECONDS_A_DAY;
        if (day == BELIEVED_LEAP_DAY && !startsIn1904) {
            return Optional.empty();
        }
        var zero = startsIn1904 ? DAY_ZERO_1904 : day < BELIEVED_LEAP_DAY ? DAY_ZERO.plusDays(1) : DAY_ZERO;
        return Optional.of(zero.plusDays(day).atStartOfDay().plusSeconds(seconds % SECONDS_A_DAY));
    }
}
