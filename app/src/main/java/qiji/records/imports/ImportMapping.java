package qiji.records.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiji.platform.tabular.DateOrder;

/**
 * How the columns of a file become fields. One column may feed several fields. {@code fixed} fills fields that have no
 * column, by a text in which {@code {column}} stands for that cell; {@code keyField} tells which record a row updates,
 * without it every row makes a new one.
 */
record ImportMapping(
        List<Column> columns,
        Map<String, String> fixed,
        @Nullable String keyField,
        DateOrder dateOrder) {

    ImportMapping(
            @Nullable List<Column> columns,
            @Nullable Map<String, String> fixed,
            @Nullable String keyField,
            @Nullable DateOrder dateOrder) {
        this.columns = columns == null ? List.of() : List.copyOf(columns);
        this.fixed = fixed == null ? Map.of() : Map.copyOf(fixed);
        this.keyField = keyField == null || keyField.isBlank() ? null : keyField;
        this.dateOrder = dateOrder == null ? DateOrder.UNKNOWN : dateOrder;
    }

    /** {@code valueMap} puts other texts in the place of cells; {@code onMissing} holds for references and dictionaries. */
    record Column(String column, String field, Map<String, String> valueMap, OnMissing onMissing) {
        Column(String column, String field, @Nullable Map<String, String> valueMap, @Nullable OnMissing onMissing) {
            this.column = column == null ? "" : column;
            this.field = field == null ? "" : field;
            this.valueMap = valueMap == null ? Map.of() : Map.copyOf(valueMap);
            this.onMissing = onMissing == null ? OnMissing.FAIL : onMissing;
        }
    }

    /** What to do with a name that nothing has. */
    enum OnMissing {
        FAIL,
        CREATE
    }

    Stream<String> fields() {
        return Stream.concat(columns.stream().map(Column::field), fixed.keySet().stream());
    }

    /** What a cell of the column stands for: what is put in its place, unless its fields take it for different things. */
    String meaning(String column, String cell) {
        var meant = columns.stream()
                .filter(it -> it.column().equals(column))
                .flatMap(it -> Stream.ofNullable(it.valueMap().get(cell)))
                .distinct()
                .toList();
        return meant.size() == 1 ? meant.getFirst() : cell;
    }

    Optional<Column> feeding(String field) {
        return columns.stream().filter(column -> column.field().equals(field)).findFirst();
    }
}
