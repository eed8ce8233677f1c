package qiji.records.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import qiji.platform.tabular.Row;

/** The key values of a file that more than one of its rows has: in such rows one is not judged without the others. */
final class SharedKeys {
    private record Source(int index, ImportMapping.Column column) {}

    private final List<Source> sources;
    private final Set<String> shared = new HashSet<>();

    private SharedKeys(List<Source> sources) {
        this.sources = sources;
    }

    /** Reads the whole file once. */
    static SharedKeys of(ImportPlan plan) {
        var names = plan.run().columns().stream().map(ImportRun.Column::name).toList();
        List<Source> sources = plan.target().keyFields().stream()
                .flatMap(field -> plan.mapping().feeding(field).stream())
                .map(column -> new Source(names.indexOf(column.column()), column))
                .toList();
        var keys = new SharedKeys(sources);
        Set<String> seen = new HashSet<>();
        try (var rows = plan.file().rows()) {
            while (!sources.isEmpty() && rows.hasNext()) {
                keys.all(rows.next()).stream().filter(key -> !seen.add(key)).forEach(keys.shared::add);
            }
        }
        return keys;
    }

    List<String> keysOf(Row row) {
        return shared.isEmpty()
                ? List.of()
                : all(row).stream().filter(shared::contains).toList();
    }

    private List<String> all(Row row) {
        List<String> keys = new ArrayList<>();
        for (var source : sources) {
            var cell = row.cells().get(source.index()).strip();
            var text = source.column().valueMap().getOrDefault(cell, cell).strip();
            if (!text.isEmpty()) {
                keys.add(source.column().field() + "|" + text);
            }
        }
        return keys;
    }
}
