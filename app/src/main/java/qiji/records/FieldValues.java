package qiji.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import qiji.platform.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values that a request gives to fields of one record, checked: each fits its field and may be set by who asks. What
 * is not among {@link #names} is left as it is; null empties.
 */
public final class FieldValues {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RecordType<?> type;
    private final Map<String, FieldOf<?>> fields;
    private final Map<String, @Nullable Object> values;
    private final @Nullable Integer version;

    FieldValues(
            RecordType<?> type,
            Map<String, FieldOf<?>> fields,
            Map<String, @Nullable Object> values,
            @Nullable Integer version) {
        this.type = type;
        this.fields = fields;
        this.values = values;
        this.version = version;
    }

    /** The names of the fields that are set. */
    public Set<String> names() {
        return values.keySet();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The version of the record that was read before this edit; null if the request does not care. */
    public @Nullable Integer version() {
        return version;
    }

    /** Throws STALE_VERSION if the edit was made on another version than {@code current}. */
    public void mustBeOn(int current) {
        if (version != null && version != current) {
            throw Problem.stale(current);
        }
    }

    public @Nullable Object get(String name) {
        return values.get(name);
    }

    public @Nullable String text(String name) {
        return (String) values.get(name);
    }

    public @Nullable Long id(String name) {
        return (Long) values.get(name);
    }

    /** Yuan. */
    public @Nullable BigDecimal money(String name) {
        return (BigDecimal) values.get(name);
    }

    public @Nullable Integer integer(String name) {
        return (Integer) values.get(name);
    }

    public @Nullable LocalDate date(String name) {
        return (LocalDate) values.get(name);
    }

    public @Nullable Instant instant(String name) {
        return (Instant) values.get(name);
    }

    public boolean is(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** Puts every value that has a column of its own into {@code row}, and custom ones into its custom column. */
    public void applyTo(Record row) {
        applyTo(type, row);
    }

    private <T extends Table<?>> void applyTo(RecordType<T> of, Record row) {
        for (String name : values.keySet()) {
            @SuppressWarnings("unchecked")
            FieldOf<T> field = (FieldOf<T>) fields.get(name);
            if (field != null && !field.custom && field.in(of.table) instanceof TableField<?, ?> column) {
                set(row, column, values.get(name));
            }
        }
        if (of.custom != null && fields.entrySet().stream().anyMatch(it -> it.getValue().custom && has(it.getKey()))) {
            Field<JSONB> column = of.custom.apply(of.table);
            row.set(column, merged(row.get(column)));
        }
    }

    private static <V> void set(Record row, Field<V> column, @Nullable Object value) {
        // An emptied list is a list without items where the column cannot be null.
        Object fitting = value == null
                        && column.getDataType().isArray()
                        && !column.getDataType().nullable()
                ? new String[0]
                : value;
        row.set(column, column.getDataType().convert(fitting));
    }

    /** The custom values as they will be: those of before, with the ones given here. */
    public JSONB merged(@Nullable JSONB before) {
        ObjectNode merged = before == null ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(before.data());
        Map<String, @Nullable Object> custom = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (fields.get(name) instanceof FieldOf<?> field && field.custom) {
                custom.put(name.substring(CustomField.PREFIX.length()), value);
            }
        });
        custom.forEach((code, value) -> {
            if (value == null) {
                merged.remove(code);
            } else {
                merged.putPOJO(code, plain(value));
            }
        });
        return JSONB.jsonb(JSON.writeValueAsString(merged));
    }

    private static Object plain(Object value) {
        return value instanceof LocalDate || value instanceof Instant ? value.toString() : value;
    }
}
