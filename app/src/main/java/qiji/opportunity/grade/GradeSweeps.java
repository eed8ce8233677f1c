package qiji.opportunity.grade;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import qiji.jobs.Jobs;

/** Looks whether other rules hold, and hourly for what is still to be sent. Each node may: a run does what is left alone. */
@Component
class GradeSweeps {
    private final GradeSweep sweep;
    private final Jobs jobs;

    GradeSweeps(GradeSweep sweep, Jobs jobs) {
        this.sweep = sweep;
        this.jobs = jobs;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void grade() {
        if (sweep.isDue()) {
            jobs.startOnce(GradeSweep.NAME, GradeSweep.SYSTEM);
        }
    }

    @Scheduled(initialDelay = 12, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void send() {
        if (sweep.hasUnsent()) {
            jobs.startOnce(GradeSweep.NAME, GradeSweep.SYSTEM);
        }
    }
}
