package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.DeclaresPermissions;
import qiji.testing.Api;
import qiji.testing.As;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** The holes of the closest peer, tried here: what belongs to others stays theirs, whatever is sent along. A3 */
@ModuleTest
@Transactional(
        propagation = Propagation.NOT_SUPPORTED) // a refused statement would spoil the transaction of all that follow
class StrangersTests {
    /** Asked before anybody is anybody. */
    private static final Set<String> PUBLIC = Set.of(
            "post /api/session",
            "delete /api/session",
            "get /api/setup",
            "post /api/setup",
            "post /api/password-reset");
    /** What belongs to somebody; products, departments and people are everybody's to read. */
    private static final List<String> OWNED = List.of(
            "/api/opportunities", "/api/customers", "/api/contacts", "/api/activities", "/api/tasks", "/api/projects");

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    List<DeclaresPermissions> permissions;

    @Autowired
    PlatformTransactionManager transactions;

    private Api owner;
    private Api stranger;
    private Map<String, Long> ids;
    private long opportunity;

    @BeforeEach
    void oneOfEachAndSomebodyElse() {
        TransactionTemplate work = new TransactionTemplate(transactions);
        owner = Api.of(http, Everything.allowed(work.execute(_ -> sample.user("Owner")), permissions));
        stranger = Api.of(http, Everything.ofNothing(work.execute(_ -> sample.user("Stranger")), permissions));
        ids = OneOfEach.make(owner);
        opportunity = id("/api/opportunities");
    }

    @Test
    void whoIsNobodyIsToldSoOnEveryRequest() {
        List<String> faults = new ArrayList<>();
        int asked = 0;
        for (var path : document().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                String request = operation.getKey() + " " + path.getKey();
                boolean isPublic = PUBLIC.contains(request);
                assertThat(operation.getValue().path("security").toString().contains("token"))
                        .as("described as asking who: " + request)
                        .isEqualTo(!isPublic);
                if (!isPublic) {
                    asked++;
                    MvcTestResult answer = http.method(method(operation.getKey()))
                            .uri(path.getKey().replaceAll("\\{[a-zA-Z]+}", "1"))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{}")
                            .with(As.page())
                            .exchange();
                    if (answer.getResponse().getStatus() != 401
                            || !Api.body(answer).path("type").asString("").equals("/problems/not-signed-in")) {
                        faults.add(request + " → " + answer.getResponse().getStatus());
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(80);
        assertThat(faults).isEmpty();
    }

    /** With every permission and no scope: not visible is not found, on reads, commands and children alike. */
    @Test
    void theIdOfAnothersRecordIsLikeNone() {
        List<String> faults = new ArrayList<>();
        JsonNode document = document();
        for (var path : document.path("paths").properties()) {
            OWNED.stream()
                    .filter(owned -> path.getKey().startsWith(owned + "/{id}"))
                    .forEach(owned -> {
                        for (var operation : path.getValue().properties()) {
                            int theirs =
                                    ask(operation.getKey(), path.getKey(), id(owned), operation.getValue(), document);
                            int none = ask(
                                    operation.getKey(), path.getKey(), 987_654_321L, operation.getValue(), document);
                            if (theirs != none || theirs < 400 || theirs >= 500) {
                                faults.add("%s %s → %d, of none %d"
                                        .formatted(operation.getKey(), path.getKey(), theirs, none));
                            }
                        }
                    });
        }
        assertThat(faults).isEmpty();
    }

    private int ask(String method, String path, long id, JsonNode operation, JsonNode document) {
        MvcTestResult answer = http.method(method(method))
                .uri(path.replaceFirst("\\{id}", Long.toString(id)).replaceAll("\\{[a-zA-Z]+}", "1"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(SampleBody.of(operation, document))
                .with(As.viewer(Everything.ofNothing(1, permissions)))
                .exchange();
        return answer.getResponse().getStatus();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scope=all",
                "view=all",
                "visible=true",
                "owner=1",
                "departmentId=1",
                "filter={\"or\":[{\"field\":\"status\",\"op\":\"notEmpty\"},{\"field\":\"status\",\"op\":\"empty\"}]}",
                "filter={\"not\":{\"field\":\"status\",\"op\":\"empty\"}}",
                "filter={\"field\":\"customer.owner.name\",\"op\":\"notEmpty\"}"
            })
    void noParameterWidensWhatOneSees(String parameter) {
        String[] pair = parameter.split("=", 2);
        String ours = "/api/records/opportunity%s?" + pair[0] + "={v}";
        assertThat(stranger.read(ours.formatted(""), pair[1]).path("rows")).isEmpty();
        assertThat(stranger.read(ours.formatted("/count"), pair[1])
                        .path("count")
                        .intValue())
                .isZero();
        stranger.read("/api/opportunities/board?" + pair[0] + "={v}", pair[1])
                .path("lanes")
                .forEach(lane -> assertThat(lane.path("count").intValue()).isZero());
    }

    @Test
    void anExportOfChosenIdsHoldsOnlyOnesOwn() throws Exception {
        String chosen = "/api/records/opportunity/export?format=CSV&fields=name&ids=" + opportunity;
        assertThat(owner.get(chosen).getResponse().getContentAsString().lines()).hasSize(2);
        assertThat(stranger.get(chosen).getResponse().getContentAsString().lines())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /stage | {\"stageId\": 987654321}",
                "POST | /team | {\"userId\": 987654321, \"role\": \"SUPPORT\"}",
                "POST | /contacts | {\"contactId\": 987654321}",
                "PUT | /lines | [{\"productId\": 987654321, \"quantity\": 1}]",
                "PUT | /lines | [{\"productId\": %p, \"quantity\": -1}]",
                "PUT | /lines | [{\"productId\": %p, \"quantity\": 1, \"discountPercent\": 999}]",
                "PUT | /lines | [{\"productId\": %p, \"quantity\": 1, \"price\": -5}]",
                "PUT | /owner | {\"ownerId\": 987654321}",
                "PATCH | '' | {\"customer\": \"987654321\"}",
                "PATCH | '' | {\"process\": \"987654321\"}",
                "PATCH | '' | {\"stage\": \"1\"}",
                "PATCH | '' | {\"status\": \"WON\"}",
                "PATCH | '' | {\"expectedAmount\": -1}",
                "PATCH | '' | {\"expectedAmount\": 99999999999999999}",
                "PATCH | '' | {\"lineCount\": -3}",
                "POST | /win | {\"wonAmount\": -1}",
                "POST | /loss | {\"reason\": \"NO-SUCH\", \"summary\": \"x\"}"
            })
    void whatIsNotThereOrCannotBeIsRefused(String method, String path, String body) {
        JsonNode before = owner.read("/api/opportunities/" + opportunity);
        MvcTestResult answer = http.method(method(method))
                .uri("/api/opportunities/" + opportunity + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace("%p", Long.toString(id("/api/products"))))
                .with(As.viewer(Everything.allowed(1, permissions)))
                .exchange();
        assertThat(answer.getResponse().getStatus())
                .as(Api.body(answer).toString())
                .isBetween(400, 499);
        assertThat(owner.read("/api/opportunities/" + opportunity)).isEqualTo(before);
    }

    private long id(String path) {
        return Objects.requireNonNull(ids.get(path));
    }

    private JsonNode document() {
        return Api.body(http.get().uri("/api/openapi.json").exchange());
    }

    private static HttpMethod method(String name) {
        return HttpMethod.valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }
}
