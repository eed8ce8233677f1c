package qiji.past;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.platform.Time;

/** What comparisons mean, said in plain Java. */
final class Meanings {
    private Meanings() {}

    /** One deal of a moment, and who looks at it. */
    record Seen(World world, Viewer viewer, Map<String, Object> deal) {
        @Nullable
        Object value(String field) {
            return world.value(field, deal, viewer);
        }
    }

    static boolean is(Object value, String asked) {
        return value instanceof List<?> words ? words.contains(asked) : value.equals(asked);
    }

    static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || value.equals(List.of());
    }

    static String lower(Object text) {
        return text.toString().toLowerCase(Locale.ROOT);
    }

    static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    static LocalDate day(Object value) {
        return value instanceof Instant moment ? LocalDate.ofInstant(moment, Time.ZONE) : (LocalDate) value;
    }

    /** Of a span of days that moves with {@code today}. */
    static boolean isWithin(String period, LocalDate day, LocalDate today) {
        YearMonth month = YearMonth.from(day);
        YearMonth thisMonth = YearMonth.from(today);
        return switch (period) {
            case "today" -> day.equals(today);
            case "yesterday" -> day.equals(today.minusDays(1));
            case "thisWeek" -> monday(day).equals(monday(today));
            case "thisMonth" -> month.equals(thisMonth);
            case "lastMonth" -> month.equals(thisMonth.minusMonths(1));
            case "nextMonth" -> month.equals(thisMonth.plusMonths(1));
            case "thisQuarter" ->
                day.getYear() == today.getYear()
                        && day.get(IsoFields.QUARTER_OF_YEAR) == today.get(IsoFields.QUARTER_OF_YEAR);
            case "lastYear" -> day.getYear() == today.getYear() - 1;
            case "last90Days" -> day.isAfter(today.minusDays(90)) && !day.isAfter(today);
            case "next30Days" -> day.isBefore(today.plusDays(30)) && !day.isBefore(today);
            case "overdue" -> day.isBefore(today);
            default -> throw new IllegalArgumentException(period);
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue());
    }

    /** As a client sends it. */
    static Object sent(Object value) {
        return switch (value) {
            case List<?> all -> all.stream().map(Meanings::sent).toList();
            case LocalDate day -> day.toString();
            case Instant moment -> moment.toString();
            default -> value;
        };
    }
}
