package qiji.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final ImportStore store;
    private final ImportTraces traces;
    private final Writing writing;
    private final TransactionTemplate transactions;

    Links(ImportStore store, ImportTraces traces, Writing writing, PlatformTransactionManager transactions) {
        this.store = store;
        this.traces = traces;
        this.writing = writing;
        this.transactions = new TransactionTemplate(transactions);
    }

    void make(ImportPlans plans, JobRun job) {
        // Read anew: what the first pass did not find may be there now.
        var plan = transactions.execute(_ -> plans.plan(job.subjectId(), job.viewer()));
        var linking = plan.mapping().columns().stream()
                .filter(column ->
                        plan.field(column.field()).filter(plan::isOwnReference).isPresent())
                .map(ImportMapping.Column::field)
                .collect(Collectors.toSet());
        if (linking.isEmpty() || plan.ownNames().isEmpty()) {
            return;
        }
        var reader = only(plan, linking).reader(new NotThere());
        try (Rows rows = plan.file().rows()) {
            while (rows.hasNext()) {
                var batch = Batch.next(rows, Load.BATCH);
                transactions.executeWithoutResult(_ -> link(plan, reader.read(batch), linking));
                job.progress(plan.run().rowCount(), plan.run().rowCount());
            }
        }
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

    private void link(ImportPlan plan, List<ReadRow> rows, Set<String> linking) {
        writing.by(plan.viewer(), plan.run().fileName());
        var records = records(plan, rows);
        List<ImportRow> updates = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        for (var row : rows) {
            var id = records.get(row.row().number());
            row.values().retain(linking);
            if (id != null && !row.faults().isEmpty()) {
                bad.add(new BadRow(row.row().number(), row.row().cells(), row.faults()));
            } else if (id != null && !row.values().isEmpty()) {
                updates.add(new ImportRow(row.row().number(), id, row.values()));
            }
        }
        var updated = plan.target().update(updates, plan.viewer());
        for (int i = 0; i < updates.size(); i++) {
            if (!updated.get(i).before().isEmpty()) {
                traces.updated(
                        plan.run().number(),
                        plan.run().type(),
                        updates.get(i).number(),
                        updated.get(i).written(),
                        updated.get(i).before());
            }
        }
        int more = traces.refused(plan.run().number(), bad);
        if (more > 0) {
            long id = plan.run().number();
            store.setResult(id, store.result(id).plus(new ImportResult(-more, more, 0, 0, 0, 0)));
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
