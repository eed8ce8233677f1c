package qiji.records;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds records by what files call them, many at a time, and reads what they hold in the form that edits take. */
@Component
public class NamedRecords {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Field<Integer> VERSION = field(name("t", "version"), Integer.class);

    private final DSLContext jooq;
    private final Catalogue catalogue;

    NamedRecords(DSLContext jooq, Catalogue catalogue) {
        this.jooq = jooq;
        this.catalogue = catalogue;
    }

    /** {@code within} is the record that it belongs to, by the field asked for. */
    public record Named(long id, @Nullable Long within) {}

    /** What a record holds in the fields asked for, empty ones as null. */
    public record Held(int version, ObjectNode values) {}

    /**
     * The living records that the viewer may see and that are called by one of {@code names}: by their label or a key
     * field. {@code within} names a reference of theirs to tell as well.
     */
    public Map<String, List<Named>> find(
            RecordType<?> type, Set<String> names, @Nullable String within, Viewer viewer) {
        if (!viewer.may(type.name + ":read")) {
            return Map.of();
        }
        var plan = new Plan(type, viewer);
        var called = callings(plan, type, viewer);
        Field<?> belonging = within == null ? val((Long) null) : own(plan, type, within);
        List<Field<?>> selected = new ArrayList<>(called);
        selected.addFirst(belonging);
        selected.addFirst(plan.id());
        String[] wanted = names.toArray(String[]::new);
        Map<String, Map<Long, Named>> found = new HashMap<>();
        for (var row : jooq.select(selected)
                .from(plan.from())
                .where(plan.visible(), plan.living())
                .and(or(called.stream().map(it -> it.eq(any(val(wanted)))).toList()))
                .fetch()) {
            var record = new Named(row.get(0, Long.class), row.get(1, Long.class));
            for (int i = 2; i < selected.size(); i++) {
                var calling = row.get(i, String.class);
                if (calling != null && names.contains(calling)) {
                    found.computeIfAbsent(calling, _ -> new LinkedHashMap<>()).put(record.id(), record);
                }
            }
        }
        Map<String, List<Named>> lists = new HashMap<>();
        found.forEach((calling, records) -> lists.put(calling, List.copyOf(records.values())));
        return lists;
    }

    /** What records of several types are called, archived ones too, as far as the viewer may see them. One query for all. */
    public Map<String, Map<Long, String>> labels(Map<RecordType<?>, Set<Long>> wanted, Viewer viewer) {
        List<Select<Record3<String, Long, String>>> parts = new ArrayList<>();
        wanted.forEach((type, ids) -> {
            if ((type.open || viewer.may(type.name + ":read")) && !hidesLabel(type, viewer)) {
                var plan = new Plan(type, viewer);
                parts.add(jooq.select(inline(type.name), plan.id(), plan.label())
                        .from(plan.from())
                        .where(plan.visible())
                        .and(plan.id().eq(any(val(ids.toArray(Long[]::new))))));
            }
        });
        Map<String, Map<Long, String>> labels = new HashMap<>();
        parts.stream()
                .reduce(Select::unionAll)
                .ifPresent(all -> all.fetch()
                        .forEach(row -> labels.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                                .put(row.value2(), row.value3())));
        return labels;
    }

    private static <T extends Table<?>> boolean hidesLabel(RecordType<T> type, Viewer viewer) {
        return type.hides(type.label, viewer);
    }

    /** What the living records that the viewer may see are called, at most {@code most} of them. */
    public List<String> names(RecordType<?> type, int most, Viewer viewer) {
        if (!viewer.may(type.name + ":read")) {
            return List.of();
        }
        var plan = new Plan(type, viewer);
        var label = own(plan, type, type.labelField).cast(String.class);
        return jooq.select(label)
                .from(plan.from())
                .where(plan.visible(), plan.living())
                .limit(most)
                .fetch(label);
    }

    /** The living records that the viewer may see, by what they hold in {@code field}. */
    public Map<String, Set<Long>> byField(RecordType<?> type, String field, Set<String> values, Viewer viewer) {
        var plan = new Plan(type, viewer);
        var key = own(plan, type, field).cast(String.class);
        Map<String, Set<Long>> found = new HashMap<>();
        jooq.select(key, plan.id())
                .from(plan.from())
                .where(plan.visible(), plan.living())
                .and(((Field<String>) own(plan, type, field).coerce(String.class))
                        .eq(any(val(values.toArray(String[]::new)))))
                .forEach(row -> found.computeIfAbsent(row.value1(), _ -> new LinkedHashSet<>())
                        .add(row.value2()));
        return found;
    }

    /** What records hold in {@code fields}, whoever may see them: for a caller that has looked to that. */
    public Map<Long, Held> held(RecordType<?> type, Set<Long> ids, Set<String> fields, Viewer viewer) {
        var plan = new Plan(type, viewer);
        List<FieldOf<?>> read = new ArrayList<>();
        List<Field<?>> selected = new ArrayList<>(List.of(plan.id(), VERSION));
        for (var name : fields) {
            catalogue.field(type, name, viewer).ifPresent(it -> {
                read.add(it);
                selected.add(plan.field(new Path(name, List.of(it))));
            });
        }
        Map<Long, Held> held = new HashMap<>();
        Condition wanted = ids.isEmpty() ? noCondition() : plan.id().eq(any(val(ids.toArray(Long[]::new))));
        jooq.select(selected).from(plan.from()).where(wanted).forEach(row -> {
            var values = JSON.objectNode();
            for (int i = 0; i < read.size(); i++) {
                values.set(read.get(i).name, json(row.get(i + 2)));
            }
            held.put(row.get(0, Long.class), new Held(row.get(1, Integer.class), values));
        });
        return held;
    }

    /** The fields of {@code type} that the viewer may fill from a file. */
    public List<FieldOf<?>> importable(RecordType<?> type, Viewer viewer) {
        return catalogue.fields(type, viewer).stream()
                .filter(field -> isImportable(type, field, viewer))
                .toList();
    }

    /** Whether there is a field {@code name} that the viewer may fill from a file. */
    public boolean isImportable(RecordType<?> type, String name, Viewer viewer) {
        return catalogue
                .field(type, name, viewer)
                .filter(field -> isImportable(type, field, viewer))
                .isPresent();
    }

    private boolean isImportable(RecordType<?> type, FieldOf<?> field, Viewer viewer) {
        return field.importable && catalogue.mayWrite(type, field, viewer);
    }

    private List<Field<String>> callings(Plan plan, RecordType<?> type, Viewer viewer) {
        Set<String> names = new LinkedHashSet<>();
        names.add(type.labelField);
        names.addAll(type.keyFields);
        return names.stream()
                .filter(it -> it.equals(type.labelField)
                        || catalogue
                                .field(type, it, viewer)
                                .filter(field -> field.kind == Kind.TEXT)
                                .isPresent())
                .map(it -> own(plan, type, it).coerce(String.class))
                .toList();
    }

    private Field<?> own(Plan plan, RecordType<?> type, String field) {
        var declared = type.field(field).orElseThrow(() -> new IllegalStateException(type.name + "." + field));
        return plan.field(new Path(field, List.of(declared)));
    }

    private static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case Boolean truth -> JSON.booleanNode(truth);
            case BigDecimal number -> JSON.numberNode(number);
            case Integer number -> JSON.numberNode(number);
            case Long id -> JSON.stringNode(id.toString());
            case String[] tags -> {
                var list = JSON.arrayNode();
                for (var tag : tags) {
                    list.add(tag);
                }
                yield list;
            }
            default -> JSON.stringNode(value.toString());
        };
    }
}
