package qiji.records.indexes;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.jobs.JobKind;
import qiji.jobs.JobRun;

/** Makes the index of one custom field, or of all that lack theirs. Records cannot be written while theirs is made. */
@Component
class IndexWork implements JobKind {
    static final String NAME = "field-index";

    private final FieldIndexStore store;
    private final TransactionTemplate transactions;

    IndexWork(FieldIndexStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable Object run(JobRun job) {
        if (job.subjectId() != 0) {
            return Map.of("indexed", align(job.subjectId()));
        }
        long done = 0;
        for (long id : store.toAlign()) {
            align(id);
            job.progress(++done, null);
        }
        return null;
    }

    private boolean align(long id) {
        // Kept waiting too long by other work, it is tried again as a job is.
        return Boolean.TRUE.equals(transactions.execute(_ -> store.align(id)));
    }
}
