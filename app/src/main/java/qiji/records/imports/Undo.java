package qiji.records.imports;

import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.jobs.JobKind;
import qiji.jobs.JobRun;
import qiji.platform.Problem;
import qiji.records.imports.ImportTarget.Undone;
import qiji.records.imports.ImportTraces.Change;

/**
 * Takes an import back, the last record first: what it made goes, what it changed gets its values back; what someone
 * changed since, or uses, stays and is named. What was made on the way (departments, managers) goes last.
 */
@Component
class Undo implements JobKind {
    static final String NAME = "import-undo";
    private static final int BATCH = 200;
    /** What stands on a record may itself go in the same pass after it: so those in use are tried again. */
    private static final int PASSES = 5;

    private final ImportPlans plans;
    private final ImportStore store;
    private final ImportTraces traces;
    private final Writing writing;
    private final TransactionTemplate transactions;
    private final TransactionTemplate savepoint;

    Undo(
            ImportPlans plans,
            ImportStore store,
            ImportTraces traces,
            Writing writing,
            PlatformTransactionManager transactions) {
        this.plans = plans;
        this.store = store;
        this.traces = traces;
        this.writing = writing;
        this.transactions = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public UndoResult run(JobRun job) {
        long id = job.subjectId();
        var run = Objects.requireNonNull(
                transactions.execute(_ -> store.find(id, job.viewer()).orElseThrow(Problem::notFound)));
        plans.target(run.type(), job.viewer());
        long total = Objects.requireNonNull(transactions.execute(_ -> traces.countChanges(id)));
        long undone = 0;
        var result = UndoResult.NOTHING;
        for (int pass = 0; pass < PASSES; pass++) {
            var more = pass(job, run, true, undone, total);
            more = more.plus(pass(job, run, false, undone + more.undone(), total));
            undone += more.undone();
            result = more.after(undone);
            if (more.undone() == 0 || more.isClean()) {
                break;
            }
        }
        var end = result;
        transactions.executeWithoutResult(_ -> {
            writing.by(job.viewer());
            store.setResult(id, end);
            store.setState(id, ImportState.UNDONE);
        });
        return end;
    }

    private UndoResult pass(JobRun job, ImportRun run, boolean ofType, long before, long total) {
        var result = UndoResult.NOTHING;
        long below = Long.MAX_VALUE;
        while (true) {
            long from = below;
            List<Change> batch = Objects.requireNonNull(
                    transactions.execute(_ -> traces.changes(run.number(), run.type(), ofType, from, BATCH)));
            if (batch.isEmpty()) {
                return result;
            }
            var so = result;
            result = Objects.requireNonNull(transactions.execute(_ -> undo(job, run, batch, so)));
            below = batch.getLast().written().id();
            job.progress(before + result.undone(), total);
        }
    }

    private UndoResult undo(JobRun job, ImportRun run, List<Change> batch, UndoResult soFar) {
        writing.by(job.viewer(), run.fileName());
        var result = soFar;
        for (var change : batch) {
            var outcome = undo(change, job.viewer());
            if (outcome == Undone.DONE) {
                traces.undone(run.number(), change);
            }
            result = result.plus(change.type(), change.written().id(), outcome);
        }
        return result;
    }

    /** What the owning module refuses counts as in use: it stays. */
    private Undone undo(Change change, Viewer viewer) {
        var target = Objects.requireNonNull(plans.targets().get(change.type()));
        try {
            return Objects.requireNonNull(savepoint.execute(_ -> undo(change, target, viewer)));
        } catch (Problem | DataIntegrityViolationException refused) {
            return Undone.IN_USE;
        }
    }

    private static Undone undo(Change change, ImportTarget target, Viewer viewer) {
        if (change.isCreated()) {
            return target.remove(change.written(), viewer);
        }
        return change.before() == null ? Undone.IN_USE : target.restore(change.written(), change.before(), viewer);
    }
}
