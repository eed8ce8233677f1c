package qiji.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.records.Kind;
import qiji.records.NamedRecords;
import qiji.records.RecordType;
import qiji.records.RecordTypes;
import tools.jackson.databind.JsonNode;

/** What the records are called that the audit names by their ids: one query a page. What the viewer may not see keeps its id. */
@Component
class AuditNames {
    private static final String REFERENCE = "_id";

    private final RecordTypes types;
    private final NamedRecords records;

    AuditNames(RecordTypes types, NamedRecords records) {
        this.types = types;
        this.records = records;
    }

    List<AuditRow> in(List<AuditRow> rows, Viewer viewer) {
        Map<RecordType<?>, Set<Long>> wanted = new HashMap<>();
        BiConsumer<RecordType<?>, Long> want =
                (type, id) -> wanted.computeIfAbsent(type, _ -> new HashSet<>()).add(id);
        for (var row : rows) {
            var subject = row.subjectId();
            if (subject != null) {
                type(Discretion.objectOf(row.subjectType())).ifPresent(type -> want.accept(type, subject));
            }
            references(row).forEach(reference -> want.accept(reference.type(), reference.id()));
        }
        var found = records.labels(wanted, viewer);
        return rows.stream().map(row -> named(row, found)).toList();
    }

    private record Reference(String column, RecordType<?> type, long id) {}

    private AuditRow named(AuditRow row, Map<String, Map<Long, String>> found) {
        Map<String, Map<String, String>> names = new HashMap<>();
        references(row).forEach(reference -> {
            var name = name(found, reference.type(), reference.id());
            if (name != null) {
                names.computeIfAbsent(reference.column(), _ -> new HashMap<>())
                        .put(Long.toString(reference.id()), name);
            }
        });
        var id = row.subjectId();
        var subject = id == null
                ? null
                : type(Discretion.objectOf(row.subjectType()))
                        .map(type -> name(found, type, id))
                        .orElse(null);
        return row.naming(subject, names);
    }

    private static @Nullable String name(Map<String, Map<Long, String>> found, RecordType<?> type, long id) {
        return found.getOrDefault(type.name(), Map.of()).get(id);
    }

    private Stream<Reference> references(AuditRow row) {
        return Stream.of(Optional.ofNullable(row.before()), Optional.ofNullable(row.after()))
                .flatMap(Optional::stream)
                .filter(JsonNode::isObject)
                .flatMap(JsonNode::propertyStream)
                .filter(value -> value.getValue().isIntegralNumber())
                .flatMap(value -> referenced(row.subjectType(), value.getKey()).stream()
                        .map(type -> new Reference(
                                value.getKey(), type, value.getValue().asLong())));
    }

    /** The type that a column points at: by the catalogue, or else by its name, as the product_id of a line. */
    private Optional<RecordType<?>> referenced(String subjectType, String column) {
        if (!column.endsWith(REFERENCE)) {
            return Optional.empty();
        }
        var name = Discretion.camelCase(column.substring(0, column.length() - REFERENCE.length()));
        var declared = type(Discretion.objectOf(subjectType)).flatMap(type -> type.field(name));
        return declared.isEmpty()
                ? type(name)
                : declared.filter(field -> field.kind() == Kind.REFERENCE).map(field -> field.referenced());
    }

    private Optional<RecordType<?>> type(String name) {
        return types.all().stream()
                .filter(type -> type.name().equals(name))
                .<RecordType<?>>map(type -> type)
                .findFirst();
    }
}
