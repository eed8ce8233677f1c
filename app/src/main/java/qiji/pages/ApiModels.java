package qiji.pages;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * How records of Java become schemas: what is not nullable is always there, ids are strings, a name means one class.
 * First in order, so that it comes last in the library's chain, in place of what is there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiModels extends ModelResolver {
    ApiModels(ObjectMapperProvider mappers) {
        super(mappers.jsonMapper(), new Names());
        openapi31(true);
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's type of schemas
    public Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema schema = super.resolve(type, context, next);
        JavaType java = _mapper.constructType(type.getType());
        if (schema != null && java.getRawClass().isRecord()) {
            String reference = schema.get$ref();
            Schema model = reference == null
                    ? schema
                    : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
            if (model != null) {
                tell(model, java.getRawClass().getRecordComponents());
            }
        }
        return schema;
    }

    /** Where a record is one of several of an interface, its own members stand apart from those of all. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's type of schemas
    private static void tell(Schema<?> model, RecordComponent[] parts) {
        if (model.getAllOf() != null) {
            model.getAllOf().forEach(own -> tell(own, parts));
        }
        Map<String, Schema> properties = model.getProperties();
        if (properties != null) {
            for (RecordComponent part : parts) {
                properties.computeIfPresent(part.getName(), (_, told) -> member(model, part, told));
            }
        }
    }

    @SuppressWarnings("rawtypes") // the library's type of schemas
    private static Schema member(Schema<?> model, RecordComponent part, Schema told) {
        Schema<?> plain = isId(part) ? withIds(told) : told;
        if (part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return orNull(plain);
        }
        if (model.getRequired() == null || !model.getRequired().contains(part.getName())) {
            model.addRequiredItem(part.getName());
        }
        return plain;
    }

    private static boolean isId(RecordComponent part) {
        JsonFormat form = part.getAccessor().getAnnotation(JsonFormat.class);
        return form != null && form.shape() == JsonFormat.Shape.STRING
                || part.getName().equals("id")
                || part.getName().matches(".*Ids?");
    }

    static Schema<?> withIds(Schema<?> schema) {
        if (schema.getItems() != null) {
            schema.setItems(withIds(schema.getItems()));
        }
        return "int64".equals(schema.getFormat()) ? id() : schema;
    }

    static Schema<?> id() {
        return new JsonSchema().types(new LinkedHashSet<>(Set.of("string"))).pattern("^[0-9]{1,18}$");
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the library's type of enumerations
    private static Schema<?> orNull(Schema<?> schema) {
        Schema none = new JsonSchema().types(new LinkedHashSet<>(Set.of("null")));
        if (schema.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(schema, none));
        }
        if (schema.getAnyOf() != null) {
            if (!schema.getAnyOf().contains(none)) {
                schema.addAnyOfItem(none);
            }
            return schema;
        }
        if (schema.getTypes() != null && schema.addType("null") && schema.getEnum() != null) {
            ((List) schema.getEnum()).add(null);
        }
        return schema;
    }

    /** A class is called as in Java, after what it stands in; two of one name would silently become one. */
    private static final class Names extends TypeNameResolver {
        private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            Class<?> around = type.getEnclosingClass();
            String name = around == null || !type.getName().startsWith("qiji.")
                    ? type.getSimpleName()
                    : around.getSimpleName().replaceFirst("Controller$", "") + type.getSimpleName();
            Class<?> other = taken.putIfAbsent(name, type);
            if (other != null && other != type) {
                throw new IllegalStateException("Two schemas of one name: " + type + ", " + other);
            }
            return name;
        }
    }
}
