package qiji.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiji.testing.Spans;

/** Relative dates mean the days that people mean by them, on each day of years with and without a 29th of February. X2 */
class PeriodTests {
    private static final LocalDate FIRST = LocalDate.of(2023, 12, 25);
    private static final LocalDate LAST = LocalDate.of(2025, 3, 7);
    /** Reaches over the whole year before and behind that of a day. */
    private static final int FAR = 735;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "today",
                "yesterday",
                "tomorrow",
                "thisWeek",
                "thisMonth",
                "thisQuarter",
                "thisYear",
                "lastWeek",
                "lastMonth",
                "lastQuarter",
                "lastYear",
                "nextWeek",
                "nextMonth",
                "nextQuarter",
                "nextYear",
                "overdue",
                "last1Days",
                "last7Days",
                "last30Days",
                "last365Days",
                "next1Days",
                "next90Days"
            })
    void meanTheirDays(String code) {
        Period period = Period.of(code).orElseThrow();
        for (LocalDate today = FIRST; !today.isAfter(LAST); today = today.plusDays(1)) {
            LocalDate first = period.first(today);
            LocalDate last = period.last(today);
            for (int ahead = -FAR; ahead <= FAR; ahead++) {
                LocalDate day = today.plusDays(ahead);
                if (Spans.isWithin(code, day, today) == (day.isBefore(first) || day.isAfter(last))) {
                    assertThat(first + " to " + last).as(code + " on " + today).isEqualTo("with or without " + day);
                }
            }
        }
    }
}
