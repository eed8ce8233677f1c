package qiji.opportunity.rad;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.platform.Time;

/** Learns every night what stages are worth. Each node may: the same day is learned alike. [D4] */
@Component
class RadLearning {
    private static final Viewer SYSTEM = Viewer.system("Qiji");

    private final RadStore store;
    private final Clock clock;

    RadLearning(RadStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "Asia/Shanghai")
    @Transactional
    public void learn() {
        store.learn(LocalDate.now(clock.withZone(Time.ZONE)), SYSTEM);
    }
}
