package qiji.records;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.jobs.Jobs;

/** Begins to index anew at the first start of a program that makes other words of the same texts. */
@Component
class SearchUpgrade implements ApplicationRunner {
    private final SearchIndexing indexing;
    private final Jobs jobs;

    SearchUpgrade(SearchIndexing indexing, Jobs jobs) {
        this.indexing = indexing;
        this.jobs = jobs;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (indexing.isBehind()) {
            jobs.start(SearchIndexing.NAME, null, Viewer.system(SearchIndexing.NAME));
        }
    }
}
