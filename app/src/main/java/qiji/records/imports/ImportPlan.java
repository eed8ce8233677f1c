package qiji.records.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import qiji.access.Viewer;
import qiji.platform.tabular.Row;
import qiji.platform.tabular.Rows;
import qiji.platform.tabular.TabularFile;
import qiji.platform.tabular.UnreadableFile;

/**
 * All that is needed to work through one file: the file, what its columns mean, where it goes. {@code ownNames} are the
 * names that the file itself gives to records, if rows refer to others of their kind (a parent, a manager).
 */
record ImportPlan(
        ImportRun run,
        TabularFile file,
        ImportMapping mapping,
        List<ImportField> fields,
        ImportTarget target,
        References references,
        Set<String> ownNames,
        Viewer viewer) {

    Optional<ImportField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    boolean isOwnReference(ImportField field) {
        return run.type().equals(field.reference());
    }

    RowReader reader(RowReader.Missing missing) {
        var columns = run.columns().stream().map(ImportRun.Column::name).toList();
        return new RowReader(mapping, columns, fields, references, missing);
    }

    /** The next rows of the file, at most {@code size}. Throws a Problem if it cannot be read on. */
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
