package qiji.customer.duplicates;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.jobs.JobKind;
import qiji.jobs.JobRun;

/** Makes the keys of customers that have none: those of before, and those written past the front door. */
@Component
class NameKeying implements JobKind {
    static final String NAME = "name-keys";
    private static final int AT_ONCE = 1000;

    private final NameKeyStore store;
    private final TransactionTemplate transactions;

    NameKeying(NameKeyStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable Object run(JobRun job) {
        fill(done -> job.progress(done, null));
        return null;
    }

    /** Customer by customer. */
    void fill(LongConsumer progress) {
        long done = 0;
        long last = -1;
        for (long next = step(0); next != last; next = step(next)) {
            last = next;
            done += AT_ONCE;
            progress.accept(done);
        }
    }

    private long step(long after) {
        Long last = transactions.execute(_ -> store.fill(after, AT_ONCE));
        return last == null ? after : last;
    }
}
