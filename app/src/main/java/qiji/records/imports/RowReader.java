package qiji.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;
import qiji.platform.tabular.Row;
import qiji.records.Kind;
import qiji.records.imports.ImportMapping.Column;
import qiji.records.imports.ImportMapping.OnMissing;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads rows of a file as one mapping says, a batch at a time: cells become values, names become ids. */
final class RowReader {
    private final ImportMapping mapping;
    private final List<String> columns;
    private final Map<String, ImportField> fields;
    private final References references;
    private final Missing missing;

    RowReader(
            ImportMapping mapping,
            List<String> columns,
            List<ImportField> fields,
            References references,
            Missing missing) {
        this.mapping = mapping;
        this.columns = columns;
        this.fields = fields.stream().collect(Collectors.toMap(ImportField::name, Function.identity()));
        this.references = references;
        this.missing = missing;
    }

    /** What to do with names that nothing has: the dry run only takes note, the run makes them. */
    interface Missing {
        Answer reference(ImportField field, String name, Row row, OnMissing onMissing);

        Answer choice(ImportField field, String name, OnMissing onMissing);

        sealed interface Answer {
            /** It was made. */
            record Made(String value) implements Answer {}

            /** It will be there later: the field is left out for now, and not missed. */
            record Later() implements Answer {}

            record Refused() implements Answer {}
        }
    }

    /** A row as far as it could be read. {@code later} are the fields whose value will be there later. */
    record ReadRow(Row row, ObjectNode values, List<RowFault> faults, Map<String, String> later) {
        @Nullable
        String text(String field) {
            var value = values.get(field);
            return value == null ? null : value.asString();
        }
    }

    /** The text that feeds a field, and the column it stood in, if it was only one. */
    private record Source(@Nullable String column, String text, OnMissing onMissing) {}

    List<ReadRow> read(List<Row> rows) {
        List<Map<String, Source>> texts = rows.stream().map(this::texts).toList();
        Map<ImportField, Set<String>> names = new HashMap<>();
        for (var row : texts) {
            row.forEach((name, source) -> {
                var field = field(name);
                if (field.kind() == Kind.REFERENCE) {
                    names.computeIfAbsent(field, _ -> new HashSet<>()).add(source.text());
                }
            });
        }
        names.forEach(references::prepare);
        List<ReadRow> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            read.add(read(rows.get(i), texts.get(i)));
        }
        return read;
    }

    /** The cells of a row by the name of their column. */
    Map<String, String> cells(Row row) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), row.cells().get(i).strip());
        }
        return cells;
    }

    private Map<String, Source> texts(Row row) {
        var cells = cells(row);
        Map<String, String> meant = new HashMap<>();
        cells.forEach((column, cell) -> meant.put(column, mapping.meaning(column, cell)));
        Map<String, Source> texts = new LinkedHashMap<>();
        mapping.fixed().forEach((field, template) -> {
            var filled = Template.fill(template, meant);
            if (!filled.isEmpty()) {
                texts.put(field, new Source(null, filled, OnMissing.FAIL));
            }
        });
        for (Column column : mapping.columns()) {
            var cell = cells.getOrDefault(column.column(), "");
            var text = column.valueMap().getOrDefault(cell, cell).strip();
            if (!text.isEmpty()) {
                texts.put(column.field(), new Source(column.column(), text, column.onMissing()));
            }
        }
        return texts;
    }

    /** What another reference of the row must belong to is read before it. */
    private ReadRow read(Row row, Map<String, Source> texts) {
        var read = new ReadRow(row, JsonNodeFactory.instance.objectNode(), new ArrayList<>(), new LinkedHashMap<>());
        texts.forEach((name, source) -> {
            if (field(name).within() == null) {
                put(read, field(name), source);
            }
        });
        texts.forEach((name, source) -> {
            if (field(name).within() != null) {
                put(read, field(name), source);
            }
        });
        return read;
    }

    private void put(ReadRow read, ImportField field, Source source) {
        if (field.kind() == Kind.REFERENCE) {
            putReference(read, field, source);
            return;
        }
        switch (CellReading.of(source.text(), field, mapping.dateOrder())) {
            case CellReading.Value(var value) -> read.values().set(field.name(), value);
            case CellReading.Fault(var code, var message) -> {
                if (field.dictionary() == null) {
                    read.faults().add(RowFault.of(source.column(), field.name(), code, message, source.text()));
                } else {
                    take(read, field, source, missing.choice(field, source.text(), source.onMissing()), code, message);
                }
            }
        }
    }

    private void putReference(ReadRow read, ImportField field, Source source) {
        switch (references.find(field, source.text(), within(read, field))) {
            case References.Found.One(var id) -> read.values().put(field.name(), Long.toString(id));
            case References.Found.Several _ ->
                read.faults()
                        .add(RowFault.of(
                                source.column(),
                                field.name(),
                                "ambiguous-reference",
                                Words.of("有多条记录叫这个名字", "Several records have this name"),
                                source.text()));
            case References.Found.None _ ->
                take(
                        read,
                        field,
                        source,
                        missing.reference(field, source.text(), read.row(), source.onMissing()),
                        "unknown-reference",
                        Words.of("没有这条记录，或您无权查看", "There is no such record, or you may not see it"));
        }
    }

    private static void take(
            ReadRow read, ImportField field, Source source, Missing.Answer answer, String code, Words message) {
        switch (answer) {
            case Missing.Answer.Made(var value) -> read.values().put(field.name(), value);
            case Missing.Answer.Later _ -> read.later().put(field.name(), source.text());
            case Missing.Answer.Refused _ ->
                read.faults().add(RowFault.of(source.column(), field.name(), code, message, source.text()));
        }
    }

    private static @Nullable Long within(ReadRow read, ImportField field) {
        var value = field.within() == null ? null : read.values().get(field.within());
        return value == null ? null : Long.valueOf(value.asString());
    }

    private ImportField field(String name) {
        var field = fields.get(name);
        if (field == null) {
            throw new IllegalStateException("mapping of an unknown field " + name);
        }
        return field;
    }
}
