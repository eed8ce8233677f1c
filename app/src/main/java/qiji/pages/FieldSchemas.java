package qiji.pages;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiji.records.Choice;
import qiji.records.FieldOf;
import qiji.records.Kind;
import qiji.records.RecordType;

/** The fields of a record type as JSON schemas: as they are given by a record's page, and as a body may set them. */
final class FieldSchemas {
    static final String VALUE = "RecordValue";
    static final String REFERENCE = "RecordReference";
    static final String ROW = "RecordRow";
    private static final String COMPONENTS = "#/components/schemas/";
    private static final String ID = "^[0-9]{1,18}$";
    private static final String CUSTOM = "^" + "cf_" + "[a-z][a-zA-Z0-9]{0,39}$";

    private FieldSchemas() {}

    static Schema<?> ref(String name) {
        return new JsonSchema().$ref(COMPONENTS + name);
    }

    /** What stands in a field of a record that is read. */
    static Schema<?> value() {
        return new JsonSchema()
                .description("The value of a field. Money is yuan, a rate per cent, an instant UTC; null is empty")
                .anyOf(List.of(
                        of("string"), of("number"), of("boolean"), ref(REFERENCE), listOf(of("string")), of("null")));
    }

    /** Another record as a field names it. */
    static Schema<?> reference() {
        return object(Map.of("id", id(), "label", of("string")), List.of("id", "label"));
    }

    /** One record in a list: the fields that were asked for. */
    static Schema<?> row() {
        return object(Map.of("id", id()), List.of("id")).additionalProperties(ref(VALUE));
    }

    /** The fields that a page gives: those of them that the viewer may read. */
    static Schema<?> read(RecordType<?> type) {
        Schema<?> schema = object(Map.of(), List.of());
        for (FieldOf<?> field : type.declaredFields()) {
            Schema<?> value = field.kind() == Kind.REFERENCE ? ref(REFERENCE) : written(field);
            schema.addProperty(field.name(), labelled(orNull(value), field));
        }
        return open(type, schema);
    }

    /** The body of a create. What the viewer may not write must be left out of it, even if it is required. */
    static Schema<?> draft(RecordType<?> type, List<String> creates) {
        Schema<?> schema = object(Map.of(), List.of());
        for (FieldOf<?> field : type.declaredFields()) {
            if (!field.isReadOnly() || creates.contains(field.name())) {
                schema.addProperty(
                        field.name(), labelled(field.isRequired() ? written(field) : orNull(written(field)), field));
                if (field.isRequired()) {
                    schema.addRequiredItem(field.name());
                }
            }
        }
        return open(type, schema);
    }

    /** The body of an edit: what it does not name stays. */
    static Schema<?> edit(RecordType<?> type) {
        Schema<?> schema = draft(type, List.of()).required(null);
        return schema.addProperty(
                "version",
                of("integer").format("int32").description("The version that was read; another one is refused"));
    }

    private static Schema<?> written(FieldOf<?> field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, PHONE -> of("string").maxLength(field.maxLength());
            case EMAIL -> of("string").format("email").maxLength(field.maxLength());
            case URL -> of("string").format("uri").maxLength(field.maxLength());
            case TAGS ->
                listOf(of("string").minLength(1).maxLength(FieldOf.LONGEST_TAG)).maxItems(FieldOf.MOST_TAGS);
            case INTEGER -> limited(of("integer").format("int32"), field);
            case NUMBER, MONEY -> limited(of("number"), field).exclusiveMaximumValue(FieldOf.MONEY_LIMIT);
            case PERCENT -> of("number").minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(100));
            case DATE -> of("string").format("date");
            case INSTANT -> of("string").format("date-time");
            case BOOLEAN -> of("boolean");
            case CHOICE -> choice(field);
            case REFERENCE -> id();
        };
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's type of enumerations
    private static Schema<?> choice(FieldOf<?> field) {
        Schema schema = of("string");
        if (field.dictionary() == null) {
            schema.setEnum(
                    new ArrayList<>(field.choices().stream().map(Choice::code).toList()));
        }
        return schema;
    }

    private static Schema<?> limited(Schema<?> number, FieldOf<?> field) {
        return field.isSigned() ? number : number.minimum(BigDecimal.ZERO);
    }

    private static Schema<?> labelled(Schema<?> schema, FieldOf<?> field) {
        String words = field.label().in(java.util.Locale.ENGLISH);
        String more = switch (field.kind()) {
            case MONEY -> ", yuan";
            case PERCENT -> ", per cent";
            case CHOICE -> field.dictionary() == null ? "" : ", a code of the dictionary " + field.dictionary();
            case REFERENCE -> ", of type " + field.referenced().name();
            default -> "";
        };
        return schema.description(words + more);
    }

    /** Custom fields are defined by administrators, so the document knows only how they are called. */
    private static Schema<?> open(RecordType<?> type, Schema<?> schema) {
        if (type.hasCustomFields()) {
            schema.addPatternProperty(CUSTOM, ref(VALUE));
        }
        return schema.additionalProperties(false);
    }

    private static Schema<?> object(Map<String, Schema<?>> properties, List<String> required) {
        Schema<?> schema = of("object");
        new java.util.TreeMap<>(properties).forEach(schema::addProperty);
        required.forEach(schema::addRequiredItem);
        return schema;
    }

    private static Schema<?> id() {
        return of("string").pattern(ID);
    }

    private static Schema<?> of(String type) {
        return new JsonSchema().types(new LinkedHashSet<>(Set.of(type)));
    }

    private static Schema<?> listOf(Schema<?> items) {
        return of("array").items(items);
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's type of enumerations
    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(schema, of("null")));
        }
        schema.addType("null");
        if (schema.getEnum() != null) {
            ((List) schema.getEnum()).add(null);
        }
        return schema;
    }
}
