package qiji.platform.tabular;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * The one way a workbook's value is written as text: 1234.5, never 1.2345E3; 25%; 2026-11-24, 2026-11-24T13:45:00 or
 * 13:45:00; true or false.
 */
final class CellText {
    /** Spreadsheets keep 15 digits; those behind are the noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int MAX_EXPONENT = 400;

    private CellText() {}

    /** Throws NumberFormatException if {@code raw} is no number. */
    static String ofNumber(String raw, CellFormats.Kind kind, boolean startsIn1904) {
        var number = new BigDecimal(raw.strip());
        if (Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT || number.precision() > MAX_EXPONENT) {
            throw new NumberFormatException(raw);
        }
        return switch (kind) {
            case PLAIN -> plain(number);
            case PERCENT -> plain(number.movePointRight(2)) + "%";
            case DATE ->
                SerialDate.at(number, startsIn1904)
                        .map(moment -> date(moment, number))
                        .orElseGet(() -> plain(number));
        };
    }

    static String of(LocalDateTime moment) {
        return moment.toLocalDate() + "T" + SECONDS.format(moment);
    }

    private static String plain(BigDecimal number) {
        var rounded = number.round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String date(LocalDateTime moment, BigDecimal serial) {
        if (serial.signum() > 0 && serial.compareTo(BigDecimal.ONE) < 0) {
            return SECONDS.format(moment);
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : of(moment);
    }
}
