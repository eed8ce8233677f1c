package qiji.testing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which days words like {@code thisQuarter} mean, by another way than the product's: no first day, no last one. */
public final class Spans {
    private static final Pattern MOVING = Pattern.compile("(last|this|next)(Week|Month|Quarter|Year)");
    private static final Pattern DAYS = Pattern.compile("(last|next)(\\d+)Days");

    private Spans() {}

    /** Whether {@code day} lies in the span that {@code code} means on a day called {@code today}. */
    public static boolean isWithin(String code, LocalDate day, LocalDate today) {
        long ahead = day.toEpochDay() - today.toEpochDay();
        Matcher moving = MOVING.matcher(code);
        Matcher days = DAYS.matcher(code);
        if (moving.matches()) {
            long apart = number(moving.group(2), day) - number(moving.group(2), today);
            return apart
                    == switch (moving.group(1)) {
                        case "last" -> -1;
                        case "this" -> 0;
                        default -> 1;
                    };
        }
        if (days.matches()) {
            long count = Long.parseLong(days.group(2));
            return days.group(1).equals("last") ? ahead <= 0 && -ahead < count : ahead >= 0 && ahead < count;
        }
        return switch (code) {
            case "yesterday" -> ahead == -1;
            case "today" -> ahead == 0;
            case "tomorrow" -> ahead == 1;
            case "overdue" -> ahead < 0;
            default -> throw new IllegalArgumentException(code);
        };
    }

    /** Weeks, months, quarters and years in a row have numbers in a row. */
    private static long number(String span, LocalDate day) {
        return switch (span) {
            case "Week" -> mondays(day);
            case "Month" -> day.getYear() * 12L + day.getMonthValue();
            case "Quarter" -> day.getYear() * 4L + (day.getMonthValue() + 2) / 3;
            default -> day.getYear();
        };
    }

    /** How many Mondays there were up to this day; the first day that was counted was a Thursday. */
    private static long mondays(LocalDate day) {
        return Math.floorDiv(day.toEpochDay() + DayOfWeek.THURSDAY.getValue() - 1, 7);
    }
}
