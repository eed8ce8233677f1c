package qiji.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock, in the company's zone: what is today and when a month ends is asked of it alone. */
@Configuration(proxyBeanMethods = false)
public class Time {
    /** The company's time zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The end of a day in the company's zone, as fine as the database tells moments apart. */
    public static Instant lastMomentOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant().minus(1, ChronoUnit.MICROS);
    }

    @Bean
    Clock clock() {
        return Clock.system(ZONE);
    }
}
