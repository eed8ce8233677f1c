package qiji.records.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.records.imports.ImportMapping.OnMissing;

/** Whether a mapping fits the file, the type and what the viewer may do. All faults at once. */
final class MappingCheck {
    private static final Words TWICE = Words.of("这个字段已有来源", "The field is already filled");
    private static final Words NO_COLUMN = Words.of("文件里没有这一列", "The file has no such column");
    private static final Words NOT_MADE = Words.of("缺少时不能自动新建", "What is missing there cannot be made");

    private final List<FieldFault> faults = new ArrayList<>();
    private final Set<String> columns;
    private final Map<String, ImportField> fields;

    private MappingCheck(ImportRun run, List<ImportField> fields) {
        this.columns = run.columns().stream().map(ImportRun.Column::name).collect(Collectors.toSet());
        this.fields = fields.stream().collect(Collectors.toMap(ImportField::name, Function.identity()));
    }

    /** Throws INVALID_FIELDS. A field that the viewer may not write is one that does not exist. */
    static void mustHold(
            ImportMapping mapping,
            ImportRun run,
            List<ImportField> fields,
            ImportTarget target,
            Viewer viewer,
            Map<String, ImportTarget> targets) {
        var check = new MappingCheck(run, fields);
        check.columns(mapping, viewer, targets);
        check.fixed(mapping);
        check.required(mapping);
        check.key(mapping, target);
        if (!check.faults.isEmpty()) {
            throw Problem.invalid(check.faults);
        }
    }

    private void columns(ImportMapping mapping, Viewer viewer, Map<String, ImportTarget> targets) {
        Set<String> filled = new HashSet<>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            var column = mapping.columns().get(i);
            var place = "columns[" + i + "]";
            if (!columns.contains(column.column())) {
                faults.add(FieldFault.of(place + ".column", "unknown", NO_COLUMN));
            }
            var field = fields.get(column.field());
            if (field == null) {
                faults.add(FieldFault.unknown(place + ".field"));
            } else if (!filled.add(column.field())) {
                faults.add(FieldFault.of(place + ".field", "twice", TWICE));
            } else if (column.onMissing() == OnMissing.CREATE && !canMake(field, viewer, targets)) {
                faults.add(FieldFault.of(place + ".onMissing", "cannot-create", NOT_MADE));
            }
        }
    }

    private static boolean canMake(ImportField field, Viewer viewer, Map<String, ImportTarget> targets) {
        if (field.reference() == null) {
            return field.dictionary() != null && viewer.may("settings:fields");
        }
        var target = targets.get(field.reference());
        return target != null && target.canBeMadeByName() && viewer.may(field.reference() + ":import");
    }

    private void fixed(ImportMapping mapping) {
        mapping.fixed().forEach((field, template) -> {
            if (!fields.containsKey(field)) {
                faults.add(FieldFault.unknown("fixed." + field));
            } else if (mapping.feeding(field).isPresent()) {
                faults.add(FieldFault.of("fixed." + field, "twice", TWICE));
            }
            if (!columns.containsAll(Template.columns(template))) {
                faults.add(FieldFault.of("fixed." + field, "unknown", NO_COLUMN));
            }
        });
    }

    /** With a key, rows may also only update; then a required field can be left out. */
    private void required(ImportMapping mapping) {
        Set<String> filled = mapping.fields().collect(Collectors.toSet());
        fields.values().stream()
                .filter(field -> field.required() && mapping.keyField() == null && !filled.contains(field.name()))
                .forEach(field -> faults.add(FieldFault.required("fixed." + field.name())));
    }

    private void key(ImportMapping mapping, ImportTarget target) {
        var key = mapping.keyField();
        if (key != null
                && (!target.keyFields().contains(key) || mapping.feeding(key).isEmpty())) {
            faults.add(FieldFault.of(
                    "keyField", "no-key", Words.of("请选择已对应的关键字段", "Choose a key field that a column fills")));
        }
    }
}
