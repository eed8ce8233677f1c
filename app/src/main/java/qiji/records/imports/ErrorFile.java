package qiji.records.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.platform.tabular.TableWriter;
import qiji.records.imports.ImportTraces.BadRow;

/** The rows that an import refused, as they were, each with its reasons: to be mended and loaded again. */
@Component
class ErrorFile {
    private static final Words REASON = Words.of("未导入原因", "Reason for refusal");

    private final ImportStore store;
    private final ImportTraces traces;

    ErrorFile(ImportStore store, ImportTraces traces) {
        this.store = store;
        this.traces = traces;
    }

    /** Whether a column of a file is what an error file added to it. */
    static boolean isReason(String column) {
        return column.equals(REASON.zh()) || column.equals(REASON.en());
    }

    /** Throws NOT_FOUND if the viewer has no such import. */
    @Transactional(readOnly = true)
    public void write(long id, OutputStream out, Viewer viewer) throws IOException {
        var run = store.find(id, viewer).orElseThrow(Problem::notFound);
        List<String> header = new ArrayList<>();
        run.columns().stream()
                .map(ImportRun.Column::name)
                .filter(name -> !isReason(name))
                .forEach(header::add);
        header.add(REASON.here());
        try (var table = TableWriter.csv(out, header)) {
            List<BadRow> rows = traces.refusedAfter(id, 0);
            while (!rows.isEmpty()) {
                for (var row : rows) {
                    table.row(cells(run, row));
                }
                rows = traces.refusedAfter(id, rows.getLast().number());
            }
            table.finish();
        }
    }

    private static List<String> cells(ImportRun run, BadRow row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < run.columns().size(); i++) {
            if (!isReason(run.columns().get(i).name())) {
                cells.add(i < row.cells().size() ? row.cells().get(i) : "");
            }
        }
        cells.add(row.faults().stream()
                .map(fault -> (fault.column() == null ? fault.field() : fault.column()) + ": " + fault.message())
                .collect(Collectors.joining("; ")));
        return cells;
    }
}
