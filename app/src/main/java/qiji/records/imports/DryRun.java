package qiji.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Writing;
import qiji.jobs.JobKind;
import qiji.jobs.JobRun;
import qiji.platform.tabular.Row;
import qiji.platform.tabular.Rows;
import qiji.records.Choice;
import qiji.records.Kind;
import qiji.records.imports.ImportMapping.OnMissing;
import qiji.records.imports.RowReader.Missing;

/** Reads a whole file as the run would, writes nothing but its report. */
@Component
class DryRun implements JobKind {
    static final String NAME = "import-dry-run";
    static final int BATCH = 500;

    private final ImportPlans plans;
    private final ImportStore store;
    private final Writing writing;
    private final TransactionTemplate transactions;
    private final TransactionTemplate reading;

    DryRun(ImportPlans plans, ImportStore store, Writing writing, PlatformTransactionManager transactions) {
        this.plans = plans;
        this.store = store;
        this.writing = writing;
        this.transactions = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ImportReport run(JobRun job) {
        var pass = reading.execute(_ -> new Pass(plans.plan(job.subjectId(), job.viewer())));
        long done = 0;
        try (Rows rows = pass.plan.file().rows()) {
            while (rows.hasNext()) {
                var batch = Batch.next(rows, BATCH);
                reading.executeWithoutResult(_ -> pass.read(batch));
                done += batch.size();
                job.progress(done, pass.plan.run().rowCount());
            }
        }
        var report = reading.execute(_ -> pass.report());
        transactions.executeWithoutResult(_ -> {
            writing.by(job.viewer());
            store.checked(job.subjectId(), report);
        });
        return report;
    }

    /** One reading of the file, with what it counts. */
    private static final class Pass implements Missing {
        private final ImportPlan plan;
        private final RowJudge judge;
        private final ImportReport.Problems problems = new ImportReport.Problems();
        private final Map<String, Set<String>> toMake = new HashMap<>();
        private final Set<String> keys = new HashSet<>();
        private long created;
        private long updated;
        private long unchanged;
        private long bad;

        Pass(ImportPlan plan) {
            this.plan = plan;
            this.judge = new RowJudge(plan, this);
        }

        void read(List<Row> rows) {
            var judged = judge.judge(rows);
            judged.bad().forEach((row, faults) -> faults.forEach(fault -> problems.add(row.number(), fault)));
            bad += judged.bad().size();
            updated += judged.again().size();
            var key = plan.mapping().keyField();
            for (var row : judged.creating()) {
                boolean isNew = key == null || keys.add(row.values().get(key).asString());
                created += isNew ? 1 : 0;
                updated += isNew ? 0 : 1;
            }
            for (boolean changes : plan.target().wouldChange(judged.updating(), plan.viewer())) {
                updated += changes ? 1 : 0;
                unchanged += changes ? 0 : 1;
            }
        }

        ImportReport report() {
            Map<String, Integer> willCreate = new HashMap<>();
            toMake.forEach((what, names) -> willCreate.put(what, names.size()));
            return new ImportReport(
                    created + updated + unchanged,
                    bad,
                    created,
                    updated,
                    unchanged,
                    willCreate,
                    problems.sorted(this::near));
        }

        @Override
        public Answer reference(ImportField field, String name, Row row, OnMissing onMissing) {
            if (plan.isOwnReference(field) && plan.ownNames().contains(name)) {
                return new Answer.Later();
            }
            return choice(field, name, onMissing);
        }

        @Override
        public Answer choice(ImportField field, String name, OnMissing onMissing) {
            if (onMissing == OnMissing.FAIL) {
                return new Answer.Refused();
            }
            var what = field.reference() == null ? field.name() : field.reference();
            toMake.computeIfAbsent(what, _ -> new HashSet<>()).add(name);
            return new Answer.Later();
        }

        private Optional<String> near(String fieldName, String value) {
            return plan.field(fieldName).flatMap(field -> {
                var candidates =
                        field.kind() == Kind.REFERENCE ? plan.references().candidates(field) : labels(field.choices());
                return NearValue.of(value, candidates);
            });
        }

        private static List<String> labels(List<Choice> choices) {
            List<String> labels = new ArrayList<>();
            for (var choice : choices) {
                labels.add(choice.label().zh());
                labels.add(choice.label().en());
                labels.add(choice.code());
            }
            return labels;
        }
    }
}
