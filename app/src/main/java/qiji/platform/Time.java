package qiji.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock, in the company's zone: what is today and when a month ends is asked of it alone. */
@Configuration(proxyBeanMethods = false)
public class Time {
    /** The company's time zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Days outside of these are mistakes of who typed them. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    public static final LocalDate LAST_DAY = LocalDate.of(2200, 1, 1);

    private static final Words FAR = Words.of("日期应在 1900 至 2200 年之间", "The date must lie between 1900 and 2200");

    public static boolean isFar(LocalDate day) {
        return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY);
    }

    /** The fault of each of the days that is there and too far away, by the name of its field. */
    public static List<FieldFault> far(Map<String, @Nullable LocalDate> days) {
        List<FieldFault> faults = new ArrayList<>();
        days.forEach((field, day) -> {
            if (day != null && isFar(day)) {
                faults.add(FieldFault.of(field, "out-of-range", FAR));
            }
        });
        return faults;
    }

    /** The end of a day in the company's zone, as fine as the database tells moments apart. */
    public static Instant lastMomentOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant().minus(1, ChronoUnit.MICROS);
    }

    @Bean
    Clock clock() {
        return Clock.system(ZONE);
    }
}
