package qiji;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A body of the described shape, with what it must have. */
final class SampleBody {
    private SampleBody() {}

    static String of(JsonNode operation, JsonNode document) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? "" : JsonMapper.shared().writeValueAsString(value(schema, document));
    }

    private static JsonNode value(JsonNode schema, JsonNode document) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return value(document.at(reference.substring(1)), document);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        if (schema.has("anyOf")) {
            return value(schema.path("anyOf").get(0), document);
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").get(0).asString()
                : schema.path("type").asString("object");
        return switch (type) {
            case "array" -> json.arrayNode();
            case "integer", "number" -> json.numberNode(1);
            case "boolean" -> json.booleanNode(true);
            case "object" -> object(schema, document);
            default ->
                json.stringNode(
                        switch (schema.path("format").asString("")) {
                            case "date" -> "2030-01-01";
                            case "date-time" -> "2030-01-01T00:00:00Z";
                            default -> "1";
                        });
        };
    }

    private static ObjectNode object(JsonNode schema, JsonNode document) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (JsonNode name : schema.path("required")) {
            body.set(name.asString(), value(schema.path("properties").path(name.asString()), document));
        }
        return body;
    }
}
