package qiji.records.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.platform.DatabaseFault;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.tabular.Row;
import qiji.records.imports.ImportTarget.Written;
import qiji.records.imports.ImportTraces.BadRow;

/** Writes one batch of rows in the caller's transaction. What cannot be written becomes a bad row; the others stay. */
@Component
class ImportWriter {
    private final ImportTraces traces;
    private final TransactionTemplate savepoint;

    ImportWriter(ImportTraces traces, PlatformTransactionManager transactions) {
        this.traces = traces;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    ImportResult write(ImportPlan plan, RowJudge judge, List<Row> rows) {
        var result = ImportResult.NOTHING;
        List<Row> left = rows;
        while (!left.isEmpty()) {
            var judged = judge.judge(left);
            result = result.plus(new Round(plan, judge, left).write(judged));
            left = judged.again();
        }
        return result;
    }

    /** Rows judged together; no two of them make the same record. */
    private final class Round {
        private final ImportPlan plan;
        private final RowJudge judge;
        private final Map<Long, Row> byNumber;
        private final Map<Row, List<RowFault>> bad = new HashMap<>();
        private long created;
        private long updated;
        private long unchanged;

        Round(ImportPlan plan, RowJudge judge, List<Row> rows) {
            this.plan = plan;
            this.judge = judge;
            this.byNumber = rows.stream().collect(Collectors.toMap(Row::number, row -> row));
        }

        ImportResult write(RowJudge.Judged judged) {
            bad.putAll(judged.bad());
            together(judged.creating(), this::create);
            together(judged.updating(), this::update);
            if (!bad.isEmpty()) {
                traces.refused(
                        plan.run().number(),
                        bad.entrySet().stream()
                                .map(row -> new BadRow(
                                        row.getKey().number(), row.getKey().cells(), row.getValue()))
                                .toList());
            }
            return new ImportResult(created + updated + unchanged, bad.size(), created, updated, unchanged, 0);
        }

        /** All at once; if that is refused, one by one, to find out which are to blame. */
        private void together(List<ImportRow> rows, Consumer<List<ImportRow>> work) {
            if (rows.isEmpty() || refusal(rows, work).isEmpty()) {
                return;
            }
            for (var row : rows) {
                var faults = refusal(List.of(row), work);
                if (!faults.isEmpty()) {
                    var source = Objects.requireNonNull(byNumber.get(row.number()));
                    bad.put(
                            source,
                            faults.stream()
                                    .map(fault -> judge.fault(source, fault))
                                    .toList());
                }
            }
        }

        /** What speaks against the rows, which then have changed nothing; empty if they were written. */
        private List<FieldFault> refusal(List<ImportRow> rows, Consumer<List<ImportRow>> work) {
            long[] before = {created, updated, unchanged};
            try {
                savepoint.executeWithoutResult(_ -> work.accept(rows));
                return List.of();
            } catch (Problem problem) {
                created = before[0];
                updated = before[1];
                unchanged = before[2];
                return Faults.of(problem);
            } catch (DataIntegrityViolationException violation) {
                created = before[0];
                updated = before[1];
                unchanged = before[2];
                return Faults.of(DatabaseFault.of(violation));
            }
        }

        private void create(List<ImportRow> rows) {
            List<Written> written = plan.target().create(rows, plan.viewer());
            traces.createdAll(plan.run().number(), plan.run().type(), rows, written);
            created += rows.size();
        }

        private void update(List<ImportRow> rows) {
            var results = plan.target().update(rows, plan.viewer());
            for (int i = 0; i < rows.size(); i++) {
                var result = results.get(i);
                if (result.before().isEmpty()) {
                    unchanged++;
                } else {
                    traces.updated(
                            plan.run().number(),
                            plan.run().type(),
                            rows.get(i).number(),
                            result.written(),
                            result.before());
                    updated++;
                }
            }
        }
    }
}
