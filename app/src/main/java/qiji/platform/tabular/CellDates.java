package qiji.platform.tabular;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads days and moments out of cells: 2016-10-20, 2016/10/20, 2016.10.20, 20161020, 2016年10月20日, a spreadsheet's 42663,
 * each with or without a time of day; 10/20/2016 only in a known order.
 */
public final class CellDates {
    private static final String TIME =
            "(?:[T ]+(?<hour>\\d{1,2})[:时](?<minute>\\d{1,2})(?:[:分](?:(?<second>\\d{1,2})(?:[.]\\d+)?秒?)?)?)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})[-/.年] ?(?<month>\\d{1,2})[-/.月] ?(?<day>\\d{1,2})日?" + TIME);
    private static final Pattern COMPACT = Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})" + TIME);
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<first>\\d{1,2})[-/.](?<other>\\d{1,2})[-/.](?<year>\\d{4})" + TIME);
    /** From 1927 to 2173; other numbers are not taken for days. */
    private static final Pattern SERIAL = Pattern.compile("\\d{5}([.]\\d+)?");

    private CellDates() {}

    /** The day; a time of day that stands behind it is left out. */
    public static Parsed<LocalDate> day(String text, DateOrder order) {
        return switch (moment(text, order)) {
            case Parsed.Value(var moment) -> new Parsed.Value<>(moment.toLocalDate());
            case Parsed.Fault(var fault) -> new Parsed.Fault<>(fault);
        };
    }

    /** The moment in local time, to the second; the start of the day if no time is given. */
    public static Parsed<LocalDateTime> moment(String text, DateOrder order) {
        return CellValues.read(text, plain -> {
            try {
                return read(plain, order);
            } catch (DateTimeException e) {
                return new Parsed.Fault<>(CellFault.NOT_A_DATE);
            }
        });
    }

    private static Parsed<LocalDateTime> read(String plain, DateOrder order) {
        for (var pattern : List.of(YEAR_FIRST, COMPACT)) {
            var found = pattern.matcher(plain);
            if (found.matches()) {
                return value(found, "month", "day");
            }
        }
        var found = YEAR_LAST.matcher(plain);
        if (found.matches()) {
            return switch (order) {
                case MONTH_FIRST -> value(found, "first", "other");
                case DAY_FIRST -> value(found, "other", "first");
                case UNKNOWN -> new Parsed.Fault<>(CellFault.AMBIGUOUS_DATE);
            };
        }
        if (SERIAL.matcher(plain).matches()) {
            return SerialDate.at(new BigDecimal(plain), false)
                    .<Parsed<LocalDateTime>>map(Parsed.Value::new)
                    .orElseGet(() -> new Parsed.Fault<>(CellFault.NOT_A_DATE));
        }
        return new Parsed.Fault<>(CellFault.NOT_A_DATE);
    }

    private static Parsed<LocalDateTime> value(MatchResult found, String month, String day) {
        var date = LocalDate.of(number(found, "year"), number(found, month), number(found, day));
        var time = LocalTime.of(number(found, "hour"), number(found, "minute"), number(found, "second"));
        return new Parsed.Value<>(date.atTime(time));
    }

    private static int number(MatchResult found, String group) {
        var digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
