package qiji.records;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body of a create or an edit by the catalogue. Every fault is found before any is told: unknown fields (a
 * hidden one is unknown), read-only ones, wrong values, references to what is not there or not visible, missing ones.
 */
@Component
public class FieldReader {
    private static final String VERSION = "version";

    private final DSLContext jooq;
    private final Catalogue catalogue;

    FieldReader(DSLContext jooq, Catalogue catalogue) {
        this.jooq = jooq;
        this.catalogue = catalogue;
    }

    private enum Purpose {
        CREATE,
        EDIT,
        /** May also set what is read-only else, as it was. */
        LOAD
    }

    /** Throws INVALID_FIELDS with all faults. */
    public FieldValues forCreate(RecordType<?> type, JsonNode body, Viewer viewer) {
        return read(type, body, viewer, Purpose.CREATE, true);
    }

    /** Only what is named changes; a required field cannot be emptied. Throws INVALID_FIELDS with all faults. */
    public FieldValues forEdit(RecordType<?> type, JsonNode body, Viewer viewer) {
        return read(type, body, viewer, Purpose.EDIT, true);
    }

    /**
     * For imports: importable read-only fields may be set too. References are taken as given, since the import has found
     * them within what the viewer may see. {@code creating} asks for required fields.
     */
    public FieldValues forLoad(RecordType<?> type, JsonNode body, Viewer viewer, boolean creating) {
        return read(type, body, viewer, creating ? Purpose.LOAD : Purpose.EDIT, false);
    }

    private FieldValues read(
            RecordType<?> type, JsonNode body, Viewer viewer, Purpose purpose, boolean checkReferences) {
        if (!body.isObject()) {
            throw Problem.invalid(List.of(FieldFault.of("", "wrong-type", Words.of("应为一个对象", "It must be an object"))));
        }
        List<FieldFault> faults = new ArrayList<>();
        Map<String, FieldOf<?>> fields = new LinkedHashMap<>();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String name : body.propertyNames()) {
            if (name.equals(VERSION) && purpose == Purpose.EDIT) {
                continue;
            }
            FieldOf<?> field = catalogue.field(type, name, viewer).orElse(null);
            if (field == null) {
                faults.add(FieldFault.unknown(name));
            } else if (!maySet(type, field, viewer, purpose, checkReferences)) {
                faults.add(FieldFault.of(name, "read-only", Words.of("不能在此修改", "It cannot be changed here")));
            } else {
                fields.put(name, field);
                take(field, body.get(name), values, faults);
            }
        }
        if (purpose != Purpose.EDIT) {
            findMissing(type, viewer, body, faults);
        }
        if (checkReferences) {
            checkReferences(fields, values, viewer, faults);
        }
        Integer version = version(body, faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new FieldValues(type, fields, values, version);
    }

    private boolean maySet(RecordType<?> type, FieldOf<?> field, Viewer viewer, Purpose purpose, boolean byHand) {
        return byHand && purpose != Purpose.LOAD
                ? catalogue.isWritable(type, field, viewer)
                : field.importable && catalogue.mayWrite(type, field, viewer);
    }

    private void take(FieldOf<?> field, JsonNode json, Map<String, @Nullable Object> values, List<FieldFault> faults) {
        Set<String> codes = field.kind == Kind.CHOICE
                ? catalogue.choices(field).stream().map(Choice::code).collect(Collectors.toSet())
                : Set.of();
        ValueReader.Read read = ValueReader.read(field, json, codes);
        if (read.fault() != null) {
            faults.add(
                    FieldFault.of(field.name, read.fault().code(), read.fault().words()));
        } else if (field.required && isBlank(read.value())) {
            faults.add(FieldFault.required(field.name));
        } else {
            values.put(field.name, read.value());
        }
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || (value instanceof String text && text.isBlank());
    }

    private void findMissing(RecordType<?> type, Viewer viewer, JsonNode body, List<FieldFault> faults) {
        for (FieldOf<?> field : catalogue.fields(type, viewer)) {
            // What a viewer cannot write, nobody can ask of them.
            if (field.required && !body.has(field.name) && catalogue.isWritable(type, field, viewer)) {
                faults.add(FieldFault.required(field.name));
            }
        }
    }

    /** One query for each type that is referred to. */
    private void checkReferences(
            Map<String, FieldOf<?>> fields,
            Map<String, @Nullable Object> values,
            Viewer viewer,
            List<FieldFault> faults) {
        Map<RecordType<?>, Set<Long>> asked = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value instanceof Long id
                    && fields.get(name) instanceof FieldOf<?> field
                    && field.kind == Kind.REFERENCE) {
                asked.computeIfAbsent(field.referenced(), _ -> new LinkedHashSet<>())
                        .add(id);
            }
        });
        Map<RecordType<?>, Set<Long>> found = new LinkedHashMap<>();
        asked.forEach((type, ids) -> found.put(type, visible(type, ids, viewer)));
        values.forEach((name, value) -> {
            if (value instanceof Long id
                    && fields.get(name) instanceof FieldOf<?> field
                    && field.kind == Kind.REFERENCE
                    && !found.getOrDefault(field.referenced(), Set.of()).contains(id)) {
                faults.add(FieldFault.of(
                        name, "unknown-reference", Words.of("不存在，或您无权查看", "It does not exist, or you may not see it")));
            }
        });
    }

    private Set<Long> visible(RecordType<?> type, Set<Long> ids, Viewer viewer) {
        Plan plan = new Plan(type, viewer);
        return jooq.select(plan.id())
                .from(plan.from())
                .where(plan.id().eq(any(val(ids.toArray(Long[]::new)))))
                .and(plan.visible())
                .and(plan.living())
                .fetchSet(plan.id());
    }

    private static @Nullable Integer version(JsonNode body, List<FieldFault> faults) {
        JsonNode version = body.path(VERSION);
        if (version.isMissingNode() || version.isNull()) {
            return null;
        }
        if (!version.isIntegralNumber() || !version.canConvertToInt()) {
            faults.add(FieldFault.of(VERSION, "wrong-type", Words.of("应为整数", "It must be a whole number")));
            return null;
        }
        return version.intValue();
    }
}
