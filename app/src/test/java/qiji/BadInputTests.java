package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;
import qiji.access.DeclaresPermissions;
import qiji.access.Viewer;
import qiji.testing.Api;
import qiji.testing.As;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint of the described API with what no client should send: it answers with a problem of the client, never
 * with a fault of the server, and never with a word of the inside. X5
 */
@ModuleTest
@Transactional(
        propagation = Propagation.NOT_SUPPORTED) // a refused statement would spoil the transaction of all that follow
class BadInputTests {
    private static final List<String> WRONG_IDS =
            List.of("999999999999", "0", "-1", "x", "99999999999999999999", "1.5", "null", "'");
    private static final List<String> WRONG_TEXTS =
            List.of("", "\0", "'; drop table x; --", "{", "[]", "-1", "1e999", "\ud800", "x".repeat(9000));
    private static final List<String> WRONG_BODIES =
            List.of("", "{", "[]", "null", "1", "\"x\"", "{}", "{\"nosuch\":1}", "[".repeat(2000));
    private static final List<String> WRONG_VALUES = List.of(
            "null",
            "[]",
            "{}",
            "-1",
            "1e999",
            "99999999999999999999",
            "true",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"999999999999\"",
            "[null]",
            "[[]]",
            "[{}]",
            "{\"x\":[]}",
            "\"" + "x".repeat(30_000) + "\"",
            "\"2026-13-45\"");
    /** They are about the session itself, which these requests do without. */
    private static final Set<String> PASSED_OVER =
            Set.of("delete /api/session", "get /api/session", "get /api/me/sessions");

    private static final List<String> INSIDE = List.of("org.", "java.", "SQL", "select ", "Exception", "at qiji");

    @Autowired
    MockMvcTester http;

    @Autowired
    List<DeclaresPermissions> permissions;

    private final List<String> faults = new ArrayList<>();
    private Map<String, Long> ids = Map.of();

    @Test
    void answersAProblemToWhatNoClientShouldSend() {
        Viewer everything = Everything.allowed(1, permissions);
        ids = OneOfEach.make(Api.of(http, everything));
        JsonNode document = Api.body(http.get().uri("/api/openapi.json").exchange());
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (!PASSED_OVER.contains(operation.getKey() + " " + path.getKey())) {
                        new Endpoint(path.getKey(), operation.getKey(), operation.getValue(), document, everything)
                                .tryAll();
                    }
                }));
        assertThat(document.path("paths").size()).isGreaterThan(20);
        assertThat(faults).isEmpty();
    }

    /** The body of a record is described by its fields, not by the document: each kind of number is tried by one. */
    @ParameterizedTest
    @ValueSource(strings = {"ownerWinRate", "expectedAmount", "customerBudget"})
    void refusesANumberWithoutAnEnd(String field) {
        Api api = Api.of(http, Everything.allowed(1, permissions));
        long id = api.create("/api/opportunities", "{\"name\": \"%s\"}".formatted(SampleData.unique("商机")));
        for (String number : List.of("1e999", "-1e999")) {
            MvcTestResult answer = api.patch("/api/opportunities/" + id, "{\"%s\": %s}".formatted(field, number));
            assertThat(answer).hasStatus(400);
            assertThat(Api.body(answer).at("/fields/0/field").asString()).isEqualTo(field);
        }
    }

    /** One operation and the wrong requests to it. */
    private final class Endpoint {
        private final String path;
        private final HttpMethod method;
        private final List<String> parameters = new ArrayList<>();
        private final List<String> properties = new ArrayList<>();
        private final boolean hasBody;
        private final Viewer viewer;

        Endpoint(String path, String method, JsonNode operation, JsonNode document, Viewer viewer) {
            this.path = path;
            this.method = HttpMethod.valueOf(method.toUpperCase(java.util.Locale.ROOT));
            this.viewer = viewer;
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("in").asString("").equals("query")) {
                    parameters.add(parameter.path("name").asString());
                }
            }
            JsonNode schema = operation
                    .path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
            hasBody = !schema.isMissingNode();
            String reference = schema.path("$ref").asString("");
            JsonNode resolved = reference.isEmpty() ? schema : document.at(reference.substring(1));
            resolved.path("properties").propertyNames().forEach(properties::add);
        }

        void tryAll() {
            for (String id : WRONG_IDS) {
                send(id, Map.of(), "{}");
            }
            for (String parameter : parameters) {
                for (String value : WRONG_TEXTS) {
                    send("999999999999", Map.of(parameter, value), "{}");
                }
            }
            if (hasBody) {
                for (String body : WRONG_BODIES) {
                    send("999999999999", Map.of(), body);
                }
                for (String property : properties) {
                    for (String value : WRONG_VALUES) {
                        send(real(), Map.of(), "{\"%s\":%s}".formatted(property, value));
                    }
                }
            }
        }

        /** Where a record must be there before the body is looked at. */
        private String real() {
            return ids.entrySet().stream()
                    .filter(one -> path.startsWith(one.getKey() + "/{id}"))
                    .map(one -> Long.toString(one.getValue()))
                    .findFirst()
                    .orElse("999999999999");
        }

        private void send(String id, Map<String, String> query, String body) {
            for (String type : path.contains("{type}") ? List.of("opportunity", "customer", "nosuch") : List.of("")) {
                UriComponentsBuilder uri = UriComponentsBuilder.fromPath(
                        path.replace("{type}", type).replaceAll("\\{[a-zA-Z]+}", "{id}"));
                query.keySet().forEach(name -> uri.queryParam(name, "{q}"));
                Map<String, Object> values = new java.util.HashMap<>(Map.of("id", id));
                query.values().forEach(value -> values.put("q", value));
                MvcTestResult answer = http.method(method)
                        .uri(uri.encode().buildAndExpand(values).toUri())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(As.viewer(viewer))
                        .exchange();
                judge(
                        answer,
                        "%s %s %s %s".formatted(method, path, query, body.substring(0, Math.min(80, body.length()))));
            }
        }

        private void judge(MvcTestResult answer, String request) {
            int status = answer.getResponse().getStatus();
            if (answer.getUnresolvedException() != null || status >= 500) {
                faults.add(request + " → " + status + " " + answer.getUnresolvedException());
            } else if (status >= 400) {
                String told = Api.body(answer).toString();
                if (!String.valueOf(answer.getResponse().getContentType()).startsWith("application/problem+json")
                        || INSIDE.stream().anyMatch(told::contains)) {
                    faults.add(request + " → " + status + " " + told);
                }
            }
        }
    }
}
