package qiji.records.imports;

import java.util.ArrayList;
import java.util.List;
import qiji.platform.tabular.Row;
import qiji.platform.tabular.Rows;
import qiji.platform.tabular.UnreadableFile;

/** The next rows of a file, at most {@code size}. */
final class Batch {
    private Batch() {}

    /** Throws a Problem if the file cannot be read on. */
    static List<Row> next(Rows rows, int size) {
        try {
            List<Row> batch = new ArrayList<>(size);
            while (batch.size() < size && rows.hasNext()) {
                batch.add(rows.next());
            }
            return batch;
        } catch (UnreadableFile unreadable) {
            throw Unreadable.problem(unreadable);
        }
    }
}
