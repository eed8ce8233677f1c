package qiji.opportunity.move;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import qiji.opportunity.OpportunityStore;

/** Wakes what was deferred up to today, within the hour. Each node may try: what is awake already stays as it is. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WakeUps {
    private final OpportunityMoves moves;

    WakeUps(OpportunityMoves moves) {
        this.moves = moves;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void wakeUp() {
        int woken = moves.wakeUp();
        while (woken == OpportunityStore.MOST_WOKEN) {
            woken = moves.wakeUp();
        }
    }
}
