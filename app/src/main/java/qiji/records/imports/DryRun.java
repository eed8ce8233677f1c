package qiji.records.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
import qiji.records.NewChoices;
import qiji.records.imports.ImportTraces.BadRow;

/**
 * Writes a whole file as the run would, batch by batch, and takes each batch back: so it judges by all that the run is
 * judged by, the database included, and nothing stays but its report. Rows that share a key with rows of a batch before
 * find those written again; a file whose rows name each other is written whole before it is taken back.
 */
@Component
class DryRun implements JobKind {
    static final String NAME = "import-dry-run";

    private final ImportPlans plans;
    private final ImportStore store;
    private final ImportWriter writer;
    private final ImportTraces traces;
    private final Links links;
    private final NewChoices dictionaries;
    private final Writing writing;
    private final TransactionTemplate transactions;

    DryRun(
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
        var pass =
                Objects.requireNonNull(transactions.execute(_ -> new Pass(plans.plan(job.subjectId(), job.viewer()))));
        if (Links.concern(pass.plan)) {
            rehearseTogether(job, pass);
        } else {
            rehearseApart(job, pass);
        }
        return Objects.requireNonNull(transactions.execute(_ -> {
            writing.by(job.viewer());
            var report = pass.report();
            store.checked(job.subjectId(), report);
            return pass.result; // what it found stays with the import, sealed
        }));
    }

    /** A batch at a time, so that nobody waits long for what it holds. */
    private void rehearseApart(JobRun job, Pass pass) {
        pass.batches(job, batch -> {
            transactions.executeWithoutResult(transaction -> {
                writing.by(job.viewer());
                pass.repeat(batch);
                pass.rehearse(batch);
                transaction.setRollbackOnly();
            });
            pass.maker.forget();
        });
    }

    /** Rows that name each other can only be linked when all of them are there. */
    private void rehearseTogether(JobRun job, Pass pass) {
        transactions.executeWithoutResult(transaction -> {
            writing.by(job.viewer());
            pass.batches(job, pass::rehearse);
            pass.link(links.rehearse(job));
            transaction.setRollbackOnly();
        });
    }

    /** One reading of the file, with what it counts. */
    private final class Pass {
        private final ImportPlan plan;
        private final Maker maker;
        private final RowJudge judge;
        private final ImportReport.Problems problems = new ImportReport.Problems();
        private final SharedKeys shared;
        private final Map<String, List<Row>> before = new HashMap<>();
        private final Set<Long> noted = new HashSet<>();
        private final ImportReport.Likely likely = new ImportReport.Likely();
        private ImportResult result = ImportResult.NOTHING;

        Pass(ImportPlan plan) {
            this.plan = plan;
            this.maker = new Maker(plan, plans.targets(), traces, dictionaries);
            this.judge = new RowJudge(plan, maker);
            this.shared = SharedKeys.of(plan);
        }

        void batches(JobRun job, Consumer<List<Row>> work) {
            long done = 0;
            try (Rows rows = plan.file().rows()) {
                while (rows.hasNext()) {
                    var batch = ImportPlan.next(rows, Load.BATCH);
                    work.accept(batch);
                    done += batch.size();
                    job.progress(done, plan.run().rowCount());
                }
            }
        }

        /** Those of the batches before, taken back since, with which rows of this one share a key. */
        void repeat(List<Row> rows) {
            var again = rows.stream()
                    .flatMap(row -> shared.keysOf(row).stream())
                    .flatMap(key -> before.getOrDefault(key, List.of()).stream())
                    .distinct()
                    .sorted(Comparator.comparingLong(Row::number))
                    .toList();
            writer.write(plan, judge, again);
            rows.forEach(row -> shared.keysOf(row)
                    .forEach(key ->
                            before.computeIfAbsent(key, _ -> new ArrayList<>()).add(row)));
        }

        void rehearse(List<Row> rows) {
            var done = writer.write(plan, judge, rows);
            done.refused().forEach(this::note);
            result = result.plus(done.result());
            var made = done.rowsByRecord();
            if (!made.isEmpty()) {
                plan.target().alike(made.keySet(), plan.viewer()).forEach(alike -> likely.add(alike, made));
            }
        }

        void link(List<BadRow> bad) {
            var more = bad.stream().filter(row -> noted.add(row.number())).toList();
            more.forEach(this::note);
            result = result.plus(Links.turnedBad(more.size()));
        }

        private void note(BadRow row) {
            noted.add(row.number());
            row.faults().forEach(fault -> problems.add(row.number(), fault));
        }

        ImportReport report() {
            return new ImportReport(
                    result.good(),
                    result.bad(),
                    result.created(),
                    result.updated(),
                    result.unchanged(),
                    maker.counts(),
                    problems.sorted(this::near),
                    likely.told());
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
