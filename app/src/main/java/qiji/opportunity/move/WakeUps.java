package qiji.opportunity.move;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Wakes what was deferred up to today, within the hour. Each node may try: what is awake already stays as it is. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WakeUps {
    private final WakingUp wakingUp;

    WakeUps(WakingUp wakingUp) {
        this.wakingUp = wakingUp;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void wakeUp() {
        boolean more = true;
        while (more) {
            more = wakingUp.wakeUp();
        }
    }
}
