package qiji.customer.merge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** What a row holds, by column; custom values one by one, as {@code custom.code}. What it does not hold is null. */
record Columns(Map<String, JsonNode> values) {
    static final String CUSTOM = "custom";
    private static final String PREFIX = CUSTOM + ".";
    /** What says nothing of a record, or follows. */
    private static final Set<String> ASIDE = Set.of(
            "id", "version", "search", "former_names", "valid_from", "changed_by", "changed_via", "reason", CUSTOM);

    static Columns of(ObjectNode row) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        row.properties().forEach(column -> {
            if (!ASIDE.contains(column.getKey())) {
                values.put(column.getKey(), column.getValue());
            }
        });
        row.path(CUSTOM).properties().forEach(value -> values.put(PREFIX + value.getKey(), value.getValue()));
        return new Columns(values);
    }

    static String custom(String code) {
        return PREFIX + code;
    }

    JsonNode get(String column) {
        return values.getOrDefault(column, NullNode.getInstance());
    }

    boolean isBlank(String column) {
        JsonNode value = get(column);
        return value.isNull()
                || (value.isString() && value.asString().isBlank())
                || (value.isArray() && value.isEmpty());
    }

    /** The columns in which it differs from {@code other}. */
    Set<String> differingFrom(Columns other) {
        Set<String> all = new LinkedHashSet<>(values.keySet());
        all.addAll(other.values.keySet());
        all.removeIf(column -> get(column).equals(other.get(column)));
        return all;
    }

    /** Those of custom values that no column of {@code known} names. */
    List<String> customBeyond(Set<String> known) {
        return values.keySet().stream()
                .filter(column -> column.startsWith(PREFIX) && !known.contains(column))
                .toList();
    }

    /** The row that this one becomes with {@code changes}, as far as it changes; custom values all together again. */
    ObjectNode patch(Map<String, JsonNode> changes) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        Map<String, JsonNode> custom = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            if (column.startsWith(PREFIX)) {
                custom.put(column, value);
            }
        });
        changes.forEach((column, value) -> {
            if (column.startsWith(PREFIX)) {
                custom.put(column, value);
            } else {
                patch.set(column, value);
            }
        });
        ObjectNode all = patch.putObject(CUSTOM);
        custom.forEach((column, value) -> {
            if (!value.isNull()) {
                all.set(column.substring(PREFIX.length()), value);
            }
        });
        return patch;
    }
}
