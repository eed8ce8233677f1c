package qiji.pages;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.LinkedHashSet;
import java.util.Set;
import qiji.access.Idempotency;

/** Tells which requests take a key by which they are done once. */
final class ApiCommands {
    private static final String REFERENCE = "#/components/parameters/" + Idempotency.KEY;

    private ApiCommands() {}

    static void describe(OpenAPI document) {
        document.getComponents().addParameters(Idempotency.KEY, key());
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (Idempotency.isTakenBy(method.name(), path) && !takesFile(operation)) {
                        operation.addParametersItem(new Parameter().$ref(REFERENCE));
                    }
                }));
    }

    private static boolean takesFile(Operation operation) {
        return operation.getRequestBody() != null
                && operation.getRequestBody().getContent().containsKey("multipart/form-data");
    }

    private static Parameter key() {
        return new Parameter()
                .in("header")
                .name(Idempotency.KEY)
                .description(
                        "Chosen by the sender, new for each command. Sent again within a day, the command is not done"
                                + " again: the answer of then comes back. With another request it is refused")
                .schema(new JsonSchema()
                        .types(new LinkedHashSet<>(Set.of("string")))
                        .minLength(1)
                        .maxLength(Idempotency.LONGEST_KEY)
                        .pattern("^[!-~]+$"));
    }
}
