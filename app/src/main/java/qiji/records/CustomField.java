package qiji.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import db.records.tables.records.CustomFieldRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import qiji.platform.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A field that an administrator defined, as the catalogue sees it: its value is read out of the record's custom column. */
final class CustomField {
    /** Before the code, so that no custom field can ever clash with a declared one. */
    static final String PREFIX = "cf_";

    private static final JsonMapper JSON = JsonMapper.shared();

    private CustomField() {}

    static <T extends Table<?>> FieldOf<T> of(
            RecordType<T> type, CustomFieldRecord definition, boolean indexed, RecordTypes types) {
        Kind kind = Kind.valueOf(definition.getKind());
        Function<T, Field<JSONB>> column = java.util.Objects.requireNonNull(type.custom);
        String code = definition.getCode();
        FieldOf<T> field = new FieldOf<>(
                PREFIX + code,
                Words.of(definition.getLabelZh(), definition.getLabelEn()),
                kind,
                table -> indexed && kind.isTime()
                        ? indexedTime(column.apply(table), code, kind)
                        : read(column.apply(table), code, kind));
        field.custom = true;
        field.indexed = indexed;
        field.required = definition.getRequired();
        field.summable = kind.isNumeric();
        field.choices = choices(definition.getOptions());
        String referenced = definition.getReference();
        if (referenced != null) {
            field.reference = () -> types.get(referenced);
        }
        @Nullable Integer longest = definition.getMaxLength();
        if (longest != null) {
            field.maxLength = longest;
        }
        return field;
    }

    private static Field<?> read(Field<JSONB> column, String code, Kind kind) {
        return switch (kind) {
            case INTEGER, REFERENCE -> typed(column, code, "bigint", Long.class);
            case NUMBER, MONEY, PERCENT -> typed(column, code, "numeric", BigDecimal.class);
            case DATE -> typed(column, code, "date", LocalDate.class);
            case INSTANT -> typed(column, code, "timestamptz", Instant.class);
            case BOOLEAN -> typed(column, code, "boolean", Boolean.class);
            case TAGS ->
                field(
                        "(select array_agg(value) from jsonb_array_elements_text({0} -> {1}) as value)",
                        String[].class, column, inline(code));
            default -> field("({0} ->> {1})", String.class, column, inline(code));
        };
    }

    private static <V> Field<V> typed(Field<JSONB> column, String code, String type, Class<V> as) {
        return field("({0} ->> {1})::" + type, as, column, inline(code));
    }

    /** As its index reads it: what an index holds may not hang on settings of the session, as a cast to a time does. */
    private static Field<?> indexedTime(Field<JSONB> column, String code, Kind kind) {
        return kind == Kind.DATE
                ? field("records.day_of({0} ->> {1})", LocalDate.class, column, inline(code))
                : field("records.moment_of({0} ->> {1})", Instant.class, column, inline(code));
    }

    private static List<Choice> choices(JSONB options) {
        List<Choice> choices = new ArrayList<>();
        for (JsonNode option : JSON.readTree(options.data())) {
            choices.add(new Choice(
                    option.path("code").asString(),
                    Words.of(
                            option.path("labelZh").asString(),
                            option.path("labelEn").asString()),
                    null));
        }
        return List.copyOf(choices);
    }
}
