package qiji.records;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** A span of days that moves with today; weeks begin on Monday. */
public enum Period {
    TODAY("today"),
    THIS_WEEK("thisWeek"),
    THIS_MONTH("thisMonth"),
    THIS_QUARTER("thisQuarter"),
    THIS_YEAR("thisYear"),
    LAST_WEEK("lastWeek"),
    LAST_MONTH("lastMonth"),
    LAST_QUARTER("lastQuarter"),
    LAST_YEAR("lastYear"),
    NEXT_WEEK("nextWeek"),
    NEXT_MONTH("nextMonth"),
    NEXT_QUARTER("nextQuarter"),
    LAST_30_DAYS("last30Days"),
    NEXT_30_DAYS("next30Days"),
    /** Before today. */
    OVERDUE("overdue");

    private static final int THIRTY = 30;
    private static final int QUARTER = 3;

    private final String code;

    Period(String code) {
        this.code = code;
    }

    static Optional<Period> of(String code) {
        return Arrays.stream(values())
                .filter(period -> period.code.equals(code))
                .findFirst();
    }

    /** The first day; the day before all others for {@link #OVERDUE}. */
    public LocalDate first(LocalDate today) {
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % QUARTER);
        LocalDate year = today.withDayOfYear(1);
        return switch (this) {
            case TODAY, NEXT_30_DAYS -> today;
            case THIS_WEEK -> week;
            case THIS_MONTH -> month;
            case THIS_QUARTER -> quarter;
            case THIS_YEAR -> year;
            case LAST_WEEK -> week.minusWeeks(1);
            case LAST_MONTH -> month.minusMonths(1);
            case LAST_QUARTER -> quarter.minusMonths(QUARTER);
            case LAST_YEAR -> year.minusYears(1);
            case NEXT_WEEK -> week.plusWeeks(1);
            case NEXT_MONTH -> month.plusMonths(1);
            case NEXT_QUARTER -> quarter.plusMonths(QUARTER);
            case LAST_30_DAYS -> today.minusDays(THIRTY - 1);
            case OVERDUE -> LocalDate.of(1, 1, 1);
        };
    }

    /** The last day, which belongs to it. */
    public LocalDate last(LocalDate today) {
        LocalDate first = first(today);
        return switch (this) {
            case TODAY, LAST_30_DAYS -> today;
            case THIS_WEEK, LAST_WEEK, NEXT_WEEK -> first.plusDays(6);
            case THIS_MONTH, LAST_MONTH, NEXT_MONTH -> first.with(TemporalAdjusters.lastDayOfMonth());
            case THIS_QUARTER, LAST_QUARTER, NEXT_QUARTER ->
                first.plusMonths(QUARTER).minusDays(1);
            case THIS_YEAR, LAST_YEAR -> first.with(TemporalAdjusters.lastDayOfYear());
            case NEXT_30_DAYS -> today.plusDays(THIRTY - 1);
            case OVERDUE -> today.minusDays(1);
        };
    }
}
