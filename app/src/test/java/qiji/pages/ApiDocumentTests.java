package qiji.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of the API tells the truth, and all of it. [X5] */
@ModuleTest
class ApiDocumentTests {
    private static final Path COMMITTED = Path.of("../web/src/api/openapi.json");

    @Autowired
    MockMvcTester http;

    /** The pages are checked against it. {@code -Dqiji.renew-api} writes it anew. */
    @Test
    void isTheOneThatThePagesAreBuiltWith() throws IOException {
        String told = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document()) + "\n";
        if (Boolean.getBoolean("qiji.renew-api")) {
            Files.writeString(COMMITTED, told);
        }
        assertThat(Files.readString(COMMITTED))
                .as("renew it: mvn -pl app -am test -Dtest=ApiDocumentTests -Dqiji.renew-api=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dweb.skip")
                .isEqualTo(told);
    }

    @Test
    void namesEverythingOnceAndRefersToNothingThatIsNotThere() {
        JsonNode document = document();
        List<String> dangling = new ArrayList<>();
        for (JsonNode reference : document.findValues("$ref")) {
            if (document.at(reference.asString().substring(1)).isMissingNode()) {
                dangling.add(reference.asString());
            }
        }
        assertThat(dangling).isEmpty();
        List<String> ids = operations(document)
                .map(it -> it.path("operationId").asString())
                .toList();
        assertThat(ids).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void tellsOfEveryRequestWhoMaySendItWhatItTakesAndHowItIsRefused() {
        JsonNode document = document();
        operations(document).forEach(operation -> {
            String id = operation.path("operationId").asString();
            assertThat(operation.path("summary").asString("")).as(id).isNotBlank();
            assertThat(operation.path("tags")).as(id).isNotEmpty();
            assertThat(operation.has("security")).as(id).isTrue();
            assertThat(operation.path("responses").propertyNames()).as(id).contains("400", "401", "403", "404", "500");
            for (JsonNode parameter : operation.path("parameters")) {
                assertThat(parameter.has("$ref")
                                || parameter.path("description").isString())
                        .as(id + " " + parameter.path("name"))
                        .isTrue();
            }
        });
    }

    /** No body and no answer is left as anything at all. */
    @Test
    void describesEveryBodyByItsMembers() {
        JsonNode document = document();
        List<String> open = new ArrayList<>();
        operations(document).forEach(operation -> {
            JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
            JsonNode known = schema.has("$ref")
                    ? document.at(schema.path("$ref").asString().substring(1))
                    : schema;
            if (operation.has("requestBody")
                    && operation.at("/requestBody/content").findValues("schema").isEmpty()) {
                open.add(operation.path("operationId").asString());
            }
            if (!schema.isMissingNode() && !known.has("properties") && !known.has("items")) {
                open.add(operation.path("operationId").asString());
            }
        });
        assertThat(open).isEmpty();
    }

    @Test
    void knowsTheFieldsOfTheCatalogue() { // idea 1: a new field is one line, here too
        JsonNode schemas = document().at("/components/schemas");
        JsonNode draft = schemas.path("OpportunityDraft");
        assertThat(draft.at("/properties/expectedAmount/minimum").intValue()).isZero();
        assertThat(draft.at("/properties/customer/pattern").asString("")).isNotEmpty();
        assertThat(draft.path("required")).hasToString("[\"name\"]");
        assertThat(draft.path("properties").has("status")).isFalse();
        assertThat(draft.path("patternProperties").propertyNames()).anyMatch(name -> name.startsWith("^cf_"));
        assertThat(draft.path("additionalProperties").booleanValue()).isFalse();
        assertThat(schemas.at("/OpportunityEdit/properties").has("version")).isTrue();
        assertThat(schemas.at("/OpportunityValues/properties/stage/anyOf/0/$ref")
                        .asString(""))
                .endsWith("RecordReference");
        assertThat(schemas.at("/ActivityDraft/properties").has("recordId")).isTrue();
    }

    @Test
    void tellsFilesFromOtherBodiesAndFiltersFromBodies() {
        JsonNode paths = document().path("paths");
        for (String path : List.of("/api/files", "/api/imports")) {
            JsonNode post = paths.path(path).path("post");
            assertThat(post.at("/requestBody/content/multipart~1form-data/schema/properties/file/format")
                            .asString(""))
                    .as(path)
                    .isEqualTo("binary");
            assertThat(post.path("parameters").toString()).doesNotContain("Idempotency-Key");
        }
        assertThat(paths.path("/api/customers").path("post").path("parameters").toString())
                .contains("Idempotency-Key");
        assertThat(paths.path("/api/audit").path("get").path("parameters").findValuesAsString("name"))
                .contains("user", "from", "limit");
        assertThat(paths.at("/~1api~1records~1{type}~1export/get/responses/200/content/*~1*/schema/format")
                        .asString(""))
                .isEqualTo("binary");
    }

    private static Stream<JsonNode> operations(JsonNode document) {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    private JsonNode document() {
        return Api.body(http.get().uri("/api/openapi.json").exchange());
    }
}
