package qiji.pages;

import static qiji.pages.FieldSchemas.ref;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import qiji.records.RecordPage;
import qiji.records.RecordPage.ValuesOf;
import qiji.records.RecordType;
import qiji.records.RecordTypes;
import tools.jackson.databind.JsonNode;

/** Puts the fields of the catalogue into the document of the API, where {@link ValuesOf} says of which type they are. */
@Component
class DescribedFields implements OperationCustomizer, OpenApiCustomizer {
    private static final String VALUES = "values";

    private final RecordTypes types;
    private final ListableBeanFactory beans;

    DescribedFields(RecordTypes types, ListableBeanFactory beans) {
        this.types = types;
        this.beans = beans;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        ValuesOf of = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), ValuesOf.class);
        if (of != null && takesFields(method)) {
            boolean edit = method.hasMethodAnnotation(PatchMapping.class);
            set(operation.getRequestBody().getContent(), ref(nameOf(of.value(), edit ? "Edit" : "Draft")));
        }
        if (of != null && givesValues(method)) {
            operation.getResponses().values().stream()
                    .filter(response -> response.getContent() != null)
                    .forEach(response -> narrow(response.getContent(), ref(nameOf(of.value(), "Values"))));
        }
        return operation;
    }

    @Override
    public void customise(OpenAPI document) {
        @SuppressWarnings("rawtypes") // the library's type of schemas
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        schemas.values().forEach(DescribedFields::nameValues);
        schemas.put(FieldSchemas.VALUE, FieldSchemas.value());
        schemas.put(FieldSchemas.REFERENCE, FieldSchemas.reference());
        schemas.put(FieldSchemas.ROW, FieldSchemas.row());
        beans.getBeansWithAnnotation(ValuesOf.class).values().forEach(controller -> {
            ValuesOf of = Objects.requireNonNull(
                    AnnotatedElementUtils.findMergedAnnotation(controller.getClass(), ValuesOf.class));
            RecordType<?> type = types.get(of.value());
            schemas.put(nameOf(type.name(), "Values"), FieldSchemas.read(type));
            schemas.put(nameOf(type.name(), "Draft"), FieldSchemas.draft(type, List.of(of.creates())));
            schemas.put(nameOf(type.name(), "Edit"), FieldSchemas.edit(type));
        });
        document.getPaths().forEach((path, item) -> {
            if (path.startsWith("/api/records/{type}")) {
                item.readOperations().forEach(this::nameTypes);
            }
        });
    }

    private void nameTypes(Operation operation) {
        operation.getParameters().stream()
                .filter(parameter -> parameter.getName().equals("type"))
                .forEach(parameter -> parameter.setSchema(
                        choice(types.all().stream().map(RecordType::name).toList())));
    }

    private static Schema<Object> choice(List<String> codes) {
        Schema<Object> schema = new JsonSchema();
        schema.addType("string");
        schema.setEnum(new ArrayList<>(codes));
        return schema;
    }

    /** A map of anything is always the values of a record, a list of such a list of records: nothing else is so open. */
    private static void nameValues(Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(DescribedFields::nameValues);
        }
        if (schema.getItems() != null && isOpen(schema.getItems())) {
            schema.setItems(ref(FieldSchemas.ROW));
        }
        if (isOpen(schema)) {
            schema.setAdditionalProperties(ref(FieldSchemas.VALUE));
        }
    }

    private static boolean isOpen(Schema<?> schema) {
        return schema.getAdditionalProperties() instanceof Schema<?> any
                && any.getTypes() == null
                && any.get$ref() == null;
    }

    private static void narrow(Content content, Schema<?> values) {
        content.values().forEach(media -> {
            Schema<Object> page = new JsonSchema();
            page.addType("object");
            page.addProperty(VALUES, values);
            Schema<Object> both = new JsonSchema();
            both.setAllOf(List.of(media.getSchema(), page));
            media.setSchema(both);
        });
    }

    private static void set(Content content, Schema<?> schema) {
        content.values().forEach(media -> media.setSchema(schema));
    }

    private static boolean takesFields(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class)
                        && JsonNode.class.isAssignableFrom(parameter.getParameterType()));
    }

    /** Whether it answers with one record's values, beside or within which other things may stand. */
    private static boolean givesValues(HandlerMethod method) {
        Class<?> given = method.getReturnType().getParameterType();
        return given.isRecord()
                && Arrays.stream(given.getRecordComponents())
                        .anyMatch(part -> part.getName().equals(VALUES) || part.getType() == RecordPage.class);
    }

    private static String nameOf(String type, String part) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1) + part;
    }
}
