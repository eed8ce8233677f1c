package qiji.records.imports;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Writing;
import qiji.jobs.JobKind;
import qiji.jobs.JobRun;
import qiji.platform.tabular.Row;
import qiji.platform.tabular.Rows;
import qiji.records.NewChoices;
import qiji.records.imports.ImportStore.Position;

/**
 * Writes the rows of a file, a batch a transaction. How far it came is part of that transaction, so that a run that was
 * interrupted goes on after its last batch, and two runs of one import cannot both write a row.
 */
@Component
class Load implements JobKind {
    static final String NAME = "import";
    static final int BATCH = 500;

    private final ImportPlans plans;
    private final ImportStore store;
    private final ImportWriter writer;
    private final ImportTraces traces;
    private final Links links;
    private final NewChoices dictionaries;
    private final Writing writing;
    private final TransactionTemplate transactions;

    Load(
            ImportPlans plans,
            ImportStore store,
            ImportWriter writer,
            ImportTraces traces,
            Links links,
            NewChoices dictionaries,
            Writing writing,
            PlatformTransactionManager transactions) {
        this.plans = plans;
        this.store = store;
        this.writer = writer;
        this.traces = traces;
        this.links = links;
        this.dictionaries = dictionaries;
        this.writing = writing;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ImportResult run(JobRun job) {
        var plan = Objects.requireNonNull(transactions.execute(_ -> begin(job)));
        var maker = new Maker(plan, plans.targets(), traces, dictionaries);
        var judge = new RowJudge(plan, maker);
        long id = plan.run().number();
        var position = Objects.requireNonNull(transactions.execute(_ -> store.lock(id)));
        try (Rows rows = plan.file().rowsAfter(position.through())) {
            while (rows.hasNext()) {
                var at = position;
                var batch = ImportPlan.next(rows, BATCH);
                position = Objects.requireNonNull(transactions.execute(_ -> step(job, at, batch, plan, judge, maker)));
                job.progress(position.rows(), plan.run().rowCount());
            }
        }
        links.make(job);
        return Objects.requireNonNull(transactions.execute(_ -> end(job)));
    }

    private ImportPlan begin(JobRun job) {
        writing.by(job.viewer());
        var plan = plans.plan(job.subjectId(), job.viewer());
        store.setState(job.subjectId(), ImportState.RUNNING);
        return plan;
    }

    private Position step(JobRun job, Position at, List<Row> batch, ImportPlan plan, RowJudge judge, Maker maker) {
        long id = plan.run().number();
        if (!store.lock(id).equals(at)) {
            throw job.overtaken();
        }
        writing.by(job.viewer(), plan.run().fileName());
        long made = maker.count();
        var result = writer.write(plan, judge, batch).result();
        result = result.plus(new ImportResult(0, 0, 0, 0, 0, maker.count() - made));
        var next = new Position(at.rows() + batch.size(), batch.getLast().number(), ImportState.RUNNING);
        store.advance(id, next, store.result(id).plus(result));
        return next;
    }

    private ImportResult end(JobRun job) {
        writing.by(job.viewer());
        store.setState(job.subjectId(), ImportState.DONE);
        return store.result(job.subjectId());
    }
}
