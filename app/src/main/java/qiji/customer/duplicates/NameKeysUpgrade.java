package qiji.customer.duplicates;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.jobs.Jobs;

/** Begins to make keys at the first start of a program that has customers without: of before, or written past the front door. */
@Component
class NameKeysUpgrade implements ApplicationRunner {
    private final NameKeyStore store;
    private final Jobs jobs;

    NameKeysUpgrade(NameKeyStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (store.isBehind()) {
            jobs.start(NameKeying.NAME, null, Viewer.system(NameKeying.NAME));
        }
    }
}
