package qiji.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Writing;
import qiji.jobs.JobRun;
import qiji.platform.tabular.Row;
import qiji.platform.tabular.Rows;
import qiji.records.imports.ImportMapping.OnMissing;
import qiji.records.imports.ImportTraces.BadRow;
import qiji.records.imports.RowReader.Missing;
import qiji.records.imports.RowReader.ReadRow;

/**
 * Links records of one file to each other (parent company, manager), when all of them are there: a row may name one that
 * stands below it. May be run again: what is linked already stays so.
 */
@Component
class Links {
    private final ImportPlans plans;
    private final ImportStore store;
    private final ImportTraces traces;
    private final ImportWriter writer;
    private final Writing writing;
    private final TransactionTemplate transactions;

    Links(
            ImportPlans plans,
            ImportStore store,
            ImportTraces traces,
            ImportWriter writer,
            Writing writing,
            PlatformTransactionManager transactions) {
        this.plans = plans;
        this.store = store;
        this.traces = traces;
        this.writer = writer;
        this.writing = writing;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Whether rows of the file may name others of it. */
    static boolean concern(ImportPlan plan) {
        return !plan.ownNames().isEmpty() && !linking(plan).isEmpty();
    }

    void make(JobRun job) {
        var work = Objects.requireNonNull(transactions.execute(_ -> new Work(job)));
        work.batches(batch -> {
            transactions.executeWithoutResult(_ -> {
                writing.by(job.viewer(), work.plan.run().fileName());
                note(work.plan.run().number(), work.link(batch));
            });
            job.progress(work.plan.run().rowCount(), work.plan.run().rowCount());
        });
    }

    /** As {@link #make}, in the caller's transaction. Answers which rows it cannot link, not all of which were good. */
    List<BadRow> rehearse(JobRun job) {
        var work = new Work(job);
        List<BadRow> bad = new ArrayList<>();
        work.batches(batch -> bad.addAll(work.link(batch)));
        return bad;
    }

    private void note(long id, List<BadRow> bad) {
        int more = traces.refused(id, bad);
        if (more > 0) {
            store.setResult(id, store.result(id).plus(turnedBad(more)));
        }
    }

    /** Rows that were good until they were to be linked. */
    static ImportResult turnedBad(int rows) {
        return new ImportResult(-rows, rows, 0, 0, 0, 0);
    }

    private static Set<String> linking(ImportPlan plan) {
        return plan.mapping().columns().stream()
                .map(ImportMapping.Column::field)
                .filter(field -> plan.field(field).filter(plan::isOwnReference).isPresent())
                .collect(Collectors.toSet());
    }

    /** The same plan, of which only the linking columns and the key are read. */
    private static ImportPlan only(ImportPlan plan, Set<String> linking) {
        var mapping = plan.mapping();
        List<ImportMapping.Column> columns = mapping.columns().stream()
                .filter(column ->
                        linking.contains(column.field()) || column.field().equals(mapping.keyField()))
                .toList();
        return new ImportPlan(
                plan.run(),
                plan.file(),
                new ImportMapping(columns, Map.of(), mapping.keyField(), mapping.dateOrder()),
                plan.fields(),
                plan.target(),
                plan.references(),
                plan.ownNames(),
                plan.viewer());
    }

    /** One linking of one file. Read anew: what the first pass did not find may be there now. */
    private final class Work {
        private final ImportPlan plan;
        private final Set<String> linking;
        private final RowJudge judge;

        Work(JobRun job) {
            this.plan = plans.plan(job.subjectId(), job.viewer());
            this.linking = linking(plan);
            this.judge = new RowJudge(only(plan, linking), new NotThere());
        }

        void batches(Consumer<List<Row>> work) {
            if (!concern(plan)) {
                return;
            }
            try (Rows rows = plan.file().rows()) {
                while (rows.hasNext()) {
                    work.accept(ImportPlan.next(rows, Load.BATCH));
                }
            }
        }

        List<BadRow> link(List<Row> rows) {
            var read = judge.read(rows);
            var records = records(plan, read);
            List<ImportRow> updates = new ArrayList<>();
            List<BadRow> bad = new ArrayList<>();
            for (var row : read) {
                var id = records.get(row.row().number());
                row.values().retain(linking);
                if (id != null && !row.faults().isEmpty()) {
                    bad.add(new BadRow(row.row().number(), row.row().cells(), row.faults()));
                } else if (id != null && !row.values().isEmpty()) {
                    updates.add(new ImportRow(row.row().number(), id, row.values()));
                }
            }
            bad.addAll(writer.update(plan, judge, rows, updates));
            return bad;
        }
    }

    /** The record of each row: by its key, or else as the first pass noted it. */
    private Map<Long, Long> records(ImportPlan plan, List<ReadRow> rows) {
        var key = plan.mapping().keyField();
        if (key == null) {
            return traces.recordsOf(
                    plan.run().number(),
                    plan.run().type(),
                    rows.stream().map(row -> row.row().number()).collect(Collectors.toSet()));
        }
        var keys = rows.stream().filter(row -> row.text(key) != null).toList();
        var found = plan.target()
                .byKey(key, keys.stream().map(row -> row.text(key)).collect(Collectors.toSet()), plan.viewer());
        Map<Long, Long> records = new HashMap<>();
        for (var row : keys) {
            var ids = found.getOrDefault(row.text(key), Set.of());
            if (ids.size() == 1) {
                records.put(row.row().number(), ids.iterator().next());
            }
        }
        return records;
    }

    private static final class NotThere implements Missing {
        @Override
        public Answer reference(ImportField field, String name, Row row, OnMissing onMissing) {
            return new Answer.Refused();
        }

        @Override
        public Answer choice(ImportField field, String name, OnMissing onMissing) {
            return new Answer.Later();
        }
    }
}
