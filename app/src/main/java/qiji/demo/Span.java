package qiji.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import qiji.platform.Time;

/** The time that a demonstration tells of: from its first working day up to now. */
record Span(Instant start, Instant now) {
    static Span of(int years, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return new Span(
                ZonedDateTime.ofInstant(second, Time.ZONE).minusYears(years).toInstant(), second);
    }

    /** When the company set itself up, before the first opportunity: {@code days} before. */
    Instant before(int days) {
        return start.minus(Duration.ofDays(days));
    }

    Instant at(double fraction) {
        return start.plusSeconds((long) (fraction * Duration.between(start, now).toSeconds()));
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Time.ZONE);
    }
}
