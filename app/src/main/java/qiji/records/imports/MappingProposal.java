package qiji.records.imports;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import qiji.platform.tabular.DateOrder;
import qiji.records.imports.ImportMapping.Column;
import qiji.records.imports.ImportMapping.OnMissing;

/** Guesses which column is which field, by what the header says in Chinese, English or the words of other systems. */
final class MappingProposal {
    private MappingProposal() {}

    /** Equal names first, then near ones; several fields called by one word all get the column; no field gets two. */
    static ImportMapping of(List<String> columns, List<ImportField> fields, List<String> keyFields) {
        Map<String, Column> byField = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        for (var column : columns) {
            var wanted = NearValue.normalized(column);
            fields.stream()
                    .filter(field -> !byField.containsKey(field.name()))
                    .filter(field -> field.names().map(NearValue::normalized).anyMatch(wanted::equals))
                    .forEach(field -> {
                        byField.put(field.name(), column(column, field));
                        used.add(column);
                    });
        }
        columns.stream()
                .filter(column -> !used.contains(column))
                .forEach(column -> near(column, fields, byField.keySet())
                        .ifPresent(field -> byField.put(field.name(), column(column, field))));
        var key = keyFields.stream().filter(byField::containsKey).findFirst().orElse(null);
        return new ImportMapping(List.copyOf(byField.values()), fixed(fields, byField), key, DateOrder.UNKNOWN);
    }

    private static Optional<ImportField> near(String column, List<ImportField> fields, Set<String> taken) {
        var names = fields.stream()
                .filter(field -> !taken.contains(field.name()))
                .flatMap(field -> field.names().map(name -> Map.entry(name, field)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
        return NearValue.of(column, names.keySet()).map(names::get);
    }

    private static Column column(String column, ImportField field) {
        return new Column(column, field.name(), Map.of(), OnMissing.FAIL);
    }

    /** A name that no column gives is made of what the row refers to, e.g. {@code {product} · {account}}. */
    private static Map<String, String> fixed(List<ImportField> fields, Map<String, Column> byField) {
        boolean nameless = fields.stream().anyMatch(field -> field.name().equals("name") && field.required())
                && !byField.containsKey("name");
        var parts = fields.stream()
                .filter(field -> field.name().equals("product") || field.name().equals("customer"))
                .map(field -> byField.get(field.name()))
                .filter(java.util.Objects::nonNull)
                .map(column -> "{" + column.column() + "}")
                .distinct()
                .collect(Collectors.joining(" · "));
        return nameless && !parts.isEmpty() ? Map.of("name", parts) : Map.of();
    }
}
