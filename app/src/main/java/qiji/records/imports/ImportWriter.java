package qiji.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

    /** What became of a batch, which of its rows are bad, and which made which record. */
    record Done(ImportResult result, List<BadRow> refused, Map<Long, Long> rowsByRecord) {}

    /** The one judge of rows, for run and dry run alike: what it refuses is noted as a trace of the import. */
    Done write(ImportPlan plan, RowJudge judge, List<Row> rows) {
        var result = ImportResult.NOTHING;
        List<BadRow> refused = new ArrayList<>();
        Map<Long, Long> made = new HashMap<>();
        List<Row> left = rows;
        while (!left.isEmpty()) {
            var judged = judge.judge(left);
            result = result.plus(new Round(plan, judge, left, refused, made).write(judged));
            left = judged.again();
        }
        traces.refused(plan.run().number(), refused);
        return new Done(result, refused, made);
    }

    /** Gives records what their rows say. Answers the rows for which that is refused. */
    List<BadRow> update(ImportPlan plan, RowJudge judge, List<Row> rows, List<ImportRow> updates) {
        List<BadRow> refused = new ArrayList<>();
        var round = new Round(plan, judge, rows, refused, new HashMap<>());
        round.together(updates, round::update);
        return refused;
    }

    /** Rows judged together; no two of them make the same record. */
    private final class Round {
        private final ImportPlan plan;
        private final RowJudge judge;
        private final Map<Long, Row> byNumber;
        private final List<BadRow> refused;
        private final Map<Long, Long> made;
        private long bad;

        Round(ImportPlan plan, RowJudge judge, List<Row> rows, List<BadRow> refused, Map<Long, Long> made) {
            this.plan = plan;
            this.judge = judge;
            this.byNumber = rows.stream().collect(Collectors.toMap(Row::number, row -> row));
            this.refused = refused;
            this.made = made;
        }

        ImportResult write(RowJudge.Judged judged) {
            judged.bad().forEach(this::refuse);
            return together(judged.creating(), this::create)
                    .plus(together(judged.updating(), this::update))
                    .plus(new ImportResult(0, bad, 0, 0, 0, 0));
        }

        /** All at once; if that is refused, each half for itself, down to the rows that are to blame. */
        private ImportResult together(List<ImportRow> rows, Function<List<ImportRow>, ImportResult> work) {
            if (rows.isEmpty()) {
                return ImportResult.NOTHING;
            }
            try {
                return Objects.requireNonNull(savepoint.execute(_ -> work.apply(rows)));
            } catch (Problem problem) {
                return apart(rows, work, Faults.of(problem));
            } catch (DataIntegrityViolationException violation) {
                return apart(rows, work, Faults.of(DatabaseFault.of(violation)));
            }
        }

        private ImportResult apart(
                List<ImportRow> rows, Function<List<ImportRow>, ImportResult> work, List<FieldFault> faults) {
            if (rows.size() > 1) {
                int half = rows.size() / 2;
                return together(rows.subList(0, half), work).plus(together(rows.subList(half, rows.size()), work));
            }
            var source = Objects.requireNonNull(byNumber.get(rows.getFirst().number()));
            refuse(
                    source,
                    faults.stream().map(fault -> judge.fault(source, fault)).toList());
            return ImportResult.NOTHING;
        }

        private void refuse(Row row, List<RowFault> faults) {
            bad++;
            refused.add(new BadRow(row.number(), row.cells(), faults));
        }

        private ImportResult create(List<ImportRow> rows) {
            List<Written> written = plan.target().create(rows, plan.viewer());
            traces.createdAll(plan.run().number(), plan.run().type(), rows, written);
            for (int i = 0; i < rows.size(); i++) {
                made.put(written.get(i).id(), rows.get(i).number());
            }
            return new ImportResult(rows.size(), 0, rows.size(), 0, 0, 0);
        }

        private ImportResult update(List<ImportRow> rows) {
            var results = plan.target().update(rows, plan.viewer());
            long updated = 0;
            for (int i = 0; i < rows.size(); i++) {
                var result = results.get(i);
                if (!result.before().isEmpty()) {
                    traces.updated(
                            plan.run().number(),
                            plan.run().type(),
                            rows.get(i).number(),
                            result.written(),
                            result.before());
                    updated++;
                }
            }
            return new ImportResult(rows.size(), 0, 0, updated, rows.size() - updated, 0);
        }
    }
}
