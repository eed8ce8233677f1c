package qiji.demo.chance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import qiji.platform.Time;

/** The time that a demonstration tells of: from its first working day up to now. */
public record Span(Instant start, Instant now) {
    public static Span of(int years, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return new Span(
                ZonedDateTime.ofInstant(second, Time.ZONE).minusYears(years).toInstant(), second);
    }

    /** When the company set itself up, before the first opportunity: {@code days} before. */
    public Instant before(int days) {
        return start.minus(Duration.ofDays(days));
    }

    public Instant at(double fraction) {
        return start.plusSeconds((long) (fraction * Duration.between(start, now).toSeconds()));
    }

    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Time.ZONE);
    }
}
