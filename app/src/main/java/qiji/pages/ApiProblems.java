package qiji.pages;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import qiji.platform.ProblemType;

/** The refusals of the API: RFC 9457, with every code that there is, by status. */
final class ApiProblems {
    private ApiProblems() {}

    static void describe(Components components) {
        components.addSchemas("FieldFault", fault());
        components.addSchemas("Problem", problem());
        Map<Integer, Set<ProblemType>> byStatus = new TreeMap<>(Arrays.stream(all())
                .collect(Collectors.groupingBy(it -> it.status().value(), Collectors.toSet())));
        byStatus.forEach((status, types) -> components.addResponses(
                status.toString(),
                new ApiResponse()
                        .description(types.stream()
                                .map(type ->
                                        "`" + type.code() + "` " + type.title().in(Locale.ENGLISH))
                                .sorted()
                                .collect(Collectors.joining("; ")))
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType()
                                                .schema(new JsonSchema().$ref("#/components/schemas/Problem"))))));
    }

    /** Each module has one enum of them. */
    private static ProblemType[] all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProblemType.class));
        return scanner.findCandidateComponents("qiji").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(name, null))
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .toArray(ProblemType[]::new);
    }

    private static Schema<?> problem() {
        Schema<?> schema = object();
        schema.addProperty("type", string("`/problems/` and the code"));
        schema.addProperty("title", string("What kind of refusal it is, for people"));
        schema.addProperty("status", new JsonSchema().types(types("integer")));
        schema.addProperty("detail", string("What it is this time, for people"));
        schema.addProperty("instance", string("The path that was asked for"));
        schema.addProperty(
                "fields",
                new JsonSchema()
                        .types(types("array"))
                        .items(new JsonSchema().$ref("#/components/schemas/FieldFault"))
                        .description("All that is wrong with the fields of the request"));
        schema.addRequiredItem("type");
        schema.addRequiredItem("title");
        schema.addRequiredItem("status");
        return schema.description("A refusal (RFC 9457). Some carry more members")
                .additionalProperties(new JsonSchema());
    }

    private static Schema<?> fault() {
        Schema<?> schema = object();
        schema.addProperty("field", string("Its path in the body, or the name of the parameter"));
        schema.addProperty("code", string("For programs, e.g. `required`"));
        schema.addProperty("message", string("For people, in the language of the request"));
        for (String name : new String[] {"field", "code", "message"}) {
            schema.addRequiredItem(name);
        }
        return schema;
    }

    private static Schema<?> object() {
        return new JsonSchema().types(types("object"));
    }

    private static Schema<?> string(String description) {
        return new JsonSchema().types(types("string")).description(description);
    }

    private static Set<String> types(String type) {
        return new LinkedHashSet<>(Set.of(type));
    }
}
