package qiji.records.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.records.NamedRecords.Held;
import qiji.records.RecordType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The import target of a record type: found and compared by the catalogue, written by the verbs of its module. */
final class CatalogueTarget implements ImportTarget {
    private final CatalogueImports catalogue;
    private final RecordType<?> type;
    private final ImportVerbs verbs;

    CatalogueTarget(CatalogueImports catalogue, RecordType<?> type, ImportVerbs verbs) {
        this.catalogue = catalogue;
        this.type = type;
        this.verbs = verbs;
    }

    @Override
    public String type() {
        return type.name();
    }

    @Override
    public List<ImportField> fields(Viewer viewer) {
        return verbs.fields(catalogue.fields(type, viewer), viewer);
    }

    @Override
    public List<String> keyFields() {
        return type.keyFields();
    }

    @Override
    public Map<String, Set<Long>> byKey(String keyField, Set<String> keys, Viewer viewer) {
        return catalogue.records.byField(type, keyField, keys, viewer);
    }

    @Override
    public List<FieldFault> check(ImportRow row, Set<String> unread, Viewer viewer) {
        boolean isNew = row.recordId() == null;
        var complete = complete(row);
        List<FieldFault> faults = new ArrayList<>();
        var ofCatalogue = JsonNodeFactory.instance.objectNode();
        complete.propertyStream()
                .filter(value -> catalogue.records.isImportable(type, value.getKey(), viewer))
                .forEach(value -> ofCatalogue.set(value.getKey(), value.getValue()));
        try {
            var _ = catalogue.reader.forLoad(type, ofCatalogue, viewer, isNew);
        } catch (Problem refused) {
            faults.addAll(Faults.of(refused));
        }
        Set<String> bad = new HashSet<>(unread);
        faults.forEach(fault -> bad.add(fault.field()));
        if (!bad.isEmpty()) {
            verbs.faults(new ImportRow(row.number(), row.recordId(), complete), bad, viewer).stream()
                    .filter(fault -> !bad.contains(fault.field()))
                    .forEach(faults::add);
        }
        return faults;
    }

    @Override
    public List<Written> create(List<ImportRow> rows, Viewer viewer) {
        List<Long> ids = verbs.createAll(rows.stream().map(this::complete).toList(), viewer);
        var held = held(new HashSet<>(ids), Set.of());
        return ids.stream().map(id -> new Written(id, of(held, id).version())).toList();
    }

    @Override
    public List<ImportVerbs.Alike> alike(Set<Long> created, Viewer viewer) {
        return verbs.alike(created, viewer);
    }

    @Override
    public List<Updated> update(List<ImportRow> rows, Viewer viewer) {
        List<ObjectNode> befores = new ArrayList<>();
        var held = current(rows);
        for (var row : rows) {
            var changed = changed(row, of(held, row.existing()));
            befores.add(before(changed, of(held, row.existing())));
            if (!changed.isEmpty()) {
                verbs.update(row.existing(), changed, viewer);
            }
        }
        var after = held(ids(rows), Set.of());
        List<Updated> updated = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            long id = rows.get(i).existing();
            updated.add(new Updated(new Written(id, of(after, id).version()), befores.get(i)));
        }
        return updated;
    }

    @Override
    public boolean canBeMadeByName() {
        return verbs.canBeMadeByName();
    }

    @Override
    public Written createNamed(String name, Viewer viewer) {
        var values = JsonNodeFactory.instance.objectNode().put(type.labelField(), name);
        return create(List.of(new ImportRow(0, null, values)), viewer).getFirst();
    }

    @Override
    public Undone remove(Written written, Viewer viewer) {
        if (isChanged(written)) {
            return Undone.CHANGED_SINCE;
        }
        verbs.remove(written.id(), viewer);
        return Undone.DONE;
    }

    @Override
    public Undone restore(Written written, ObjectNode before, Viewer viewer) {
        if (isChanged(written)) {
            return Undone.CHANGED_SINCE;
        }
        verbs.update(written.id(), before, viewer);
        return Undone.DONE;
    }

    private ObjectNode complete(ImportRow row) {
        var values = row.values().deepCopy();
        verbs.complete(values, row.recordId() == null);
        return values;
    }

    private boolean isChanged(Written written) {
        var now = held(Set.of(written.id()), Set.of()).get(written.id());
        return now == null || now.version() != written.version();
    }

    private Map<Long, Held> current(List<ImportRow> rows) {
        Set<String> fields = rows.stream()
                .flatMap(row -> row.values().propertyNames().stream())
                .collect(Collectors.toSet());
        var held = held(ids(rows), fields);
        verbs.heldBesides(ids(rows))
                .forEach((id, besides) -> of(held, id).values().setAll(besides));
        return held;
    }

    private Map<Long, Held> held(Set<Long> ids, Set<String> fields) {
        return catalogue.records.held(type, ids, fields, Viewer.system("import"));
    }

    private static Set<Long> ids(List<ImportRow> rows) {
        return rows.stream().map(ImportRow::existing).collect(Collectors.toSet());
    }

    private static Held of(Map<Long, Held> held, long id) {
        return Objects.requireNonNull(held.get(id));
    }

    /** What the row says and the record does not hold. */
    private ObjectNode changed(ImportRow row, Held held) {
        var changed = JsonNodeFactory.instance.objectNode();
        complete(row).propertyStream().forEach(value -> {
            if (!isSame(value.getValue(), held.values().get(value.getKey()))) {
                changed.set(value.getKey(), value.getValue());
            }
        });
        return changed;
    }

    private static ObjectNode before(ObjectNode changed, Held held) {
        var before = JsonNodeFactory.instance.objectNode();
        changed.propertyNames().forEach(name -> before.set(name, held.values().get(name)));
        return before;
    }

    private static boolean isSame(JsonNode wanted, JsonNode held) {
        return wanted.isNumber() && held != null && held.isNumber()
                ? wanted.decimalValue().compareTo(held.decimalValue()) == 0
                : wanted.equals(held);
    }
}
