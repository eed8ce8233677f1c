package qiji.customer.duplicates;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;

/** Looks for duplicates every night; where several nodes try, one search goes on. */
@Component
class NightlySearch {
    private final DuplicatePairs pairs;
    private final TransactionTemplate transactions;

    NightlySearch(DuplicatePairs pairs, PlatformTransactionManager transactions) {
        this.pairs = pairs;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Shanghai")
    void search() {
        for (DuplicateType type : DuplicateType.values()) {
            transactions.executeWithoutResult(_ -> pairs.start(type, Viewer.system(DuplicateSearch.NAME)));
        }
    }
}
