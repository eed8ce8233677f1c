package qiji.demo.chance;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import qiji.platform.Time;

/** When people work: on weekdays between half past eight and half past six, hardly in the holidays, much at quarters' ends. */
public final class Workday {
    private static final int OPENS_SECOND = (8 * 60 + 30) * 60;
    private static final int SECONDS = 10 * 60 * 60;
    /** New business by month; February is spring festival, the end of the year is a rush. */
    private static final double[] SEASON = {0.8, 0.5, 1.2, 1.05, 1.0, 1.15, 0.85, 0.9, 1.2, 0.95, 1.2, 1.3};

    private Workday() {}

    /** How much new business a day brings, an ordinary one 1. */
    static double weight(LocalDate day) {
        double weight = SEASON[day.getMonthValue() - 1];
        if (isHoliday(day)) {
            return 0.02 * weight;
        }
        return isWeekend(day) ? 0.06 * weight : weight;
    }

    /** Within the working hours of {@code day}: 0 when they begin, 1 when they end. */
    public static Instant within(LocalDate day, double fraction) {
        return day.atStartOfDay(Time.ZONE)
                .plusSeconds(OPENS_SECOND + (long) (fraction * SECONDS))
                .toInstant();
    }

    /** A moment of work on the day of {@code moment}, or on the next working day. */
    public static Instant near(Instant moment, Chance chance) {
        LocalDate day = Span.day(moment);
        while (isWeekend(day) || isHoliday(day)) {
            day = day.plusDays(1);
        }
        return within(day, chance.fraction());
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isHoliday(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return date.getMonth() == Month.OCTOBER && date.getDayOfMonth() <= 7
                || date.getMonth() == Month.MAY && date.getDayOfMonth() <= 3
                || date.getMonth() == Month.JANUARY && date.getDayOfMonth() == 1;
    }
}
