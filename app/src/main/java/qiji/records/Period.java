package qiji.records;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span of days that moves with today; weeks begin on Monday. */
public sealed interface Period {
    /** The first day; the day before all others for {@link Named#OVERDUE}. */
    LocalDate first(LocalDate today);

    /** The last day, which belongs to it. */
    LocalDate last(LocalDate today);

    /** {@code thisQuarter}, {@code overdue}, {@code last30Days}, {@code next7Days}: one to 999 days, today among them. */
    static Optional<Period> of(String code) {
        Matcher days = Days.CODE.matcher(code);
        if (days.matches()) {
            return Optional.of(
                    new Days(Integer.parseInt(days.group(2)), days.group(1).equals("next")));
        }
        return Arrays.stream(Named.values())
                .filter(period -> period.code.equals(code))
                .<Period>map(period -> period)
                .findFirst();
    }

    /** So many days that begin with today, or end with it. */
    record Days(int count, boolean ahead) implements Period {
        private static final Pattern CODE = Pattern.compile("(last|next)([1-9][0-9]{0,2})Days");

        @Override
        public LocalDate first(LocalDate today) {
            return ahead ? today : today.minusDays(count - 1L);
        }

        @Override
        public LocalDate last(LocalDate today) {
            return ahead ? today.plusDays(count - 1L) : today;
        }
    }

    /** Those with a name of their own. */
    enum Named implements Period {
        TODAY("today"),
        YESTERDAY("yesterday"),
        TOMORROW("tomorrow"),
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
        NEXT_YEAR("nextYear"),
        /** Before today. */
        OVERDUE("overdue");

        private static final int QUARTER = 3;

        private final String code;

        Named(String code) {
            this.code = code;
        }

        @Override
        public LocalDate first(LocalDate today) {
            LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            LocalDate month = today.withDayOfMonth(1);
            LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % QUARTER);
            LocalDate year = today.withDayOfYear(1);
            return switch (this) {
                case TODAY -> today;
                case YESTERDAY -> today.minusDays(1);
                case TOMORROW -> today.plusDays(1);
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
                case NEXT_YEAR -> year.plusYears(1);
                case OVERDUE -> LocalDate.of(1, 1, 1);
            };
        }

        @Override
        public LocalDate last(LocalDate today) {
            LocalDate first = first(today);
            return switch (this) {
                case TODAY, YESTERDAY, TOMORROW -> first;
                case THIS_WEEK, LAST_WEEK, NEXT_WEEK -> first.plusDays(6);
                case THIS_MONTH, LAST_MONTH, NEXT_MONTH -> first.with(TemporalAdjusters.lastDayOfMonth());
                case THIS_QUARTER, LAST_QUARTER, NEXT_QUARTER ->
                    first.plusMonths(QUARTER).minusDays(1);
                case THIS_YEAR, LAST_YEAR, NEXT_YEAR -> first.with(TemporalAdjusters.lastDayOfYear());
                case OVERDUE -> today.minusDays(1);
            };
        }
    }
}
