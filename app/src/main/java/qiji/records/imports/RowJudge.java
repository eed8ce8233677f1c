package qiji.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiji.platform.FieldFault;
import qiji.platform.Words;
import qiji.platform.tabular.Row;
import qiji.records.imports.RowReader.ReadRow;

/** Judges rows without writing: which are bad, which make a record, which update one. */
final class RowJudge {
    private static final Words NO_KEY = Words.of("关键字段是空的", "The key is empty");
    private static final Words SEVERAL = Words.of("有多条记录符合这个关键值", "Several records have this key");

    private final ImportPlan plan;
    private final RowReader reader;

    RowJudge(ImportPlan plan, RowReader.Missing missing) {
        this.plan = plan;
        this.reader = plan.reader(missing);
    }

    /** {@code again} are rows with the key of a row before them that makes its record: to be judged when that is there. */
    record Judged(Map<Row, List<RowFault>> bad, List<ImportRow> creating, List<ImportRow> updating, List<Row> again) {}

    Judged judge(List<Row> rows) {
        List<ReadRow> read = read(rows);
        var judged = new Judged(new HashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var existing = existing(read);
        Set<String> made = new HashSet<>();
        for (var row : read) {
            var found = keyed(row, existing);
            var key = key(row);
            if (row.faults().isEmpty() && found == null && key != null && made.contains(key)) {
                judged.again().add(row.row());
                continue;
            }
            var checked = new ImportRow(row.row().number(), found, row.values());
            check(row, checked);
            if (!row.faults().isEmpty()) {
                judged.bad().put(row.row(), row.faults());
            } else if (found == null) {
                judged.creating().add(checked);
                if (key != null) {
                    made.add(key);
                }
            } else {
                judged.updating().add(checked);
            }
        }
        return judged;
    }

    List<ReadRow> read(List<Row> rows) {
        return reader.read(rows);
    }

    @Nullable
    String key(ReadRow row) {
        var field = plan.mapping().keyField();
        return field == null ? null : row.text(field);
    }

    private Map<String, Set<Long>> existing(List<ReadRow> read) {
        var field = plan.mapping().keyField();
        if (field == null) {
            return Map.of();
        }
        Set<String> keys = read.stream()
                .map(row -> row.text(field))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        return plan.target().byKey(field, keys, plan.viewer());
    }

    /** The record that the row means; notes a fault if that cannot be told. */
    private @Nullable Long keyed(ReadRow row, Map<String, Set<Long>> existing) {
        var field = plan.mapping().keyField();
        if (field == null) {
            return null;
        }
        var key = row.text(field);
        if (key == null) {
            if (row.faults().stream().noneMatch(fault -> fault.field().equals(field))) {
                row.faults().add(RowFault.of(columnOf(field), field, "key-missing", NO_KEY, ""));
            }
            return null;
        }
        var found = existing.getOrDefault(key, Set.of());
        if (found.size() > 1) {
            row.faults().add(RowFault.of(columnOf(field), field, "ambiguous-key", SEVERAL, key));
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    /**
     * All reasons of a row at once. A value that could not be read is not missed as well; nor is any, where nobody knows
     * whether the row makes a record.
     */
    private void check(ReadRow row, ImportRow checked) {
        var unread = row.faults().stream().map(RowFault::field).collect(Collectors.toSet());
        var key = plan.mapping().keyField();
        boolean mayUpdate = key != null && unread.contains(key);
        plan.target().check(checked, unread, plan.viewer()).stream()
                .filter(fault -> !row.later().containsKey(fault.field()) && !unread.contains(fault.field()))
                .filter(fault -> !(mayUpdate && fault.code().equals("required")))
                .forEach(fault -> row.faults().add(fault(row.row(), fault)));
    }

    /** A fault of a field as one of the cell that feeds it. */
    RowFault fault(Row row, FieldFault fault) {
        var column = columnOf(fault.field());
        var value = column == null ? "" : reader.cells(row).getOrDefault(column, "");
        return new RowFault(column, fault.field(), fault.code(), fault.message(), value);
    }

    private @Nullable String columnOf(String field) {
        return plan.mapping().feeding(field).map(ImportMapping.Column::column).orElse(null);
    }
}
