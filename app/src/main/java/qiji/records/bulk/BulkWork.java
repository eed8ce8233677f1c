package qiji.records.bulk;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Writing;
import qiji.jobs.JobKind;
import qiji.jobs.JobRun;
import qiji.platform.CommonProblem;
import qiji.platform.DatabaseFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.RecordQuery;
import qiji.records.RecordType;
import qiji.records.RecordTypes;
import qiji.records.Records;
import tools.jackson.databind.node.ObjectNode;

/** Does what was asked for with one record after the other, each in its own transaction: a refused one stops no other. */
@Component
class BulkWork implements JobKind {
    static final String NAME = "bulk";
    static final int MOST = 50_000;
    private static final int STEP = 20;

    private final BulkStore store;
    private final BulkActions actions;
    private final Records records;
    private final RecordTypes types;
    private final Writing writing;
    private final TransactionTemplate transactions;

    BulkWork(
            BulkStore store,
            BulkActions actions,
            Records records,
            RecordTypes types,
            Writing writing,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.actions = actions;
        this.records = records;
        this.types = types;
        this.writing = writing;
        this.transactions = new TransactionTemplate(transactions);
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
        if (!order.resolved()) {
            transactions.executeWithoutResult(_ -> {
                writing.by(job.viewer());
                store.resolve(id, chosen(order, type, job));
            });
        }
        BulkRun run = soFar(id, job);
        job.progress(run.ended(), (long) run.chosen());
        while (run.ended() < run.chosen()) {
            for (var next : waiting(id)) {
                one(order, type, next, job);
            }
            run = soFar(id, job);
            job.progress(run.ended(), (long) run.chosen());
        }
        return Map.of("done", run.done(), "unchanged", run.unchanged(), "refused", run.refused());
    }

    private List<BulkStore.Waiting> waiting(long id) {
        return Objects.requireNonNull(transactions.execute(_ -> store.waiting(id, STEP)));
    }

    private BulkRun soFar(long id, JobRun job) {
        return Objects.requireNonNull(
                transactions.execute(_ -> store.find(id, job.viewer()).orElseThrow()));
    }

    private List<Long> chosen(BulkStore.Order order, RecordType<?> type, JobRun job) {
        Selection selection = order.selection();
        List<Long> ids = selection.ids();
        if (ids != null) {
            return ids.stream().distinct().toList(); // one that is not there for them is refused as such
        }
        RecordQuery query = records.query(type, job.viewer()).where(selection.filterText());
        Set<Long> excluded = selection.excluded() == null ? Set.of() : new HashSet<>(selection.excluded());
        List<Long> found = query.ids(MOST + 1);
        if (found.size() > MOST) {
            throw new Problem(
                    CommonProblem.TOO_LARGE,
                    Words.of("一次最多处理 %s 条记录", "At most %s records at once").with(MOST));
        }
        return found.stream().filter(it -> !excluded.contains(it)).toList();
    }

    private void one(BulkStore.Order order, RecordType<?> type, BulkStore.Waiting next, JobRun job) {
        try {
            transactions.executeWithoutResult(_ -> {
                if (store.take(order.id(), next.place())) {
                    boolean changed = actions.apply(
                            type, order.action(), next.recordId(), (ObjectNode) order.given(), job.viewer());
                    store.end(
                            order.id(),
                            next.place(),
                            changed ? BulkStore.Outcome.DONE : BulkStore.Outcome.UNCHANGED,
                            null);
                }
            });
        } catch (Problem refused) {
            refuse(order, next, refused);
        } catch (DataIntegrityViolationException violation) {
            refuse(order, next, DatabaseFault.of(violation));
        }
    }

    private void refuse(BulkStore.Order order, BulkStore.Waiting next, Problem why) {
        transactions.executeWithoutResult(
                _ -> store.end(order.id(), next.place(), BulkStore.Outcome.REFUSED, why.getBody()));
    }
}
