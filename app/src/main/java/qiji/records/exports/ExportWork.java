package qiji.records.exports;

import java.util.Map;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.jobs.JobKind;
import qiji.jobs.JobRun;
import qiji.records.RecordType;
import qiji.records.RecordTypes;

/** Writes the file; run again, it begins anew. */
@Component
class ExportWork implements JobKind {
    static final String NAME = "export";
    private static final int STEP = 500;

    private final ExportStore store;
    private final ExportFiles files;
    private final Export export;
    private final RecordTypes types;
    private final TransactionTemplate transactions;
    private final TransactionTemplate aside;

    ExportWork(
            ExportStore store,
            ExportFiles files,
            Export export,
            RecordTypes types,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.files = files;
        this.export = export;
        this.types = types;
        this.transactions = new TransactionTemplate(transactions);
        // Rows are being read through a transaction that goes on while progress is written in one of its own.
        this.aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object run(JobRun job) {
        long id = job.subjectId();
        var order = Objects.requireNonNull(transactions.execute(_ -> store.order(id)));
        RecordType<?> type = types.readable(order.type(), job.viewer());
        var prepared =
                export.prepare(type, order.wish(), order.format(), job.viewer(), LocaleContextHolder.getLocale());
        long[] rows = {0};
        long bytes = files.write(
                id,
                out -> export.write(prepared, order.format(), out, written -> {
                    rows[0] = written;
                    if (written % STEP == 0) {
                        aside.executeWithoutResult(_ -> job.progress(written, null));
                    }
                }));
        transactions.executeWithoutResult(_ -> store.written(id, rows[0], bytes));
        return Map.of("rows", rows[0], "bytes", bytes);
    }
}
