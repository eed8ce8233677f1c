package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.DeclaresPermissions;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Custom fields that refer to other records: written by whom they are visible to, named to whoever may see them. */
@ModuleTest
@Transactional(propagation = Propagation.NOT_SUPPORTED) // an export reads in a transaction of its own
class CustomReferenceTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    List<DeclaresPermissions> permissions;

    @Autowired
    PlatformTransactionManager transactions;

    private long user;
    private Viewer chief;
    private Api api;
    private String code;
    private String field;

    @BeforeEach
    void aFieldThatRefersToOpportunities() {
        user = new TransactionTemplate(transactions).execute(_ -> sample.user("Tester"));
        chief = Everything.allowed(user, permissions);
        api = Api.of(http, chief);
        code = "ref" + user;
        field = Long.toString(api.create("/api/custom-fields", draft("product", "opportunity")));
    }

    @AfterEach
    void noFieldForOthers() {
        api.delete("/api/custom-fields/" + field);
    }

    private String draft(String type, String reference) {
        return """
                {"type": "%s", "code": "%s", "labelZh": "关联", "labelEn": "Related", "kind": "REFERENCE",
                 "reference": "%s", "required": false, "position": 1}""".formatted(type, code, reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "contact", "product", "opportunity", "user", "department"})
    void refersToWhatPeopleKnow(String reference) {
        long id = api.create("/api/custom-fields", draft("task", reference));
        JsonNode fields = api.read("/api/records/task/fields").path("fields");
        assertThat(fields.toString())
                .contains("\"name\":\"cf_" + code + "\"")
                .contains("\"reference\":\"" + reference + "\"");
        assertThat(api.read("/api/custom-fields?type=task").toString()).contains("\"reference\":\"" + reference + "\"");
        assertThat(api.delete("/api/custom-fields/" + id)).hasStatus2xxSuccessful();
    }

    @Test
    void refusesAReferenceToNothingOrToWhatIsNone() {
        assertThat(api.post("/api/custom-fields", draft("task", "audit"))).hasStatus(400);
        assertThat(api.post("/api/custom-fields", draft("task", "opportunity").replace("REFERENCE", "TEXT")))
                .hasStatus(400);
        assertThat(api.post("/api/custom-fields", draft("task", "x").replace("\"reference\": \"x\",", "")))
                .hasStatus(400);
    }

    @Test
    void isFilteredSortedAndExportedByWhatItNames() throws Exception {
        long deal = opportunity("秘商机" + user);
        long product = product(deal);
        String cf = "cf_" + code;
        for (String filter : List.of(
                "{\"field\": \"%s\", \"op\": \"is\", \"value\": \"%d\"}".formatted(cf, deal),
                "{\"field\": \"%s\", \"op\": \"in\", \"value\": [\"%d\"]}".formatted(cf, deal),
                "{\"field\": \"%s\", \"op\": \"notEmpty\"}".formatted(cf))) {
            JsonNode rows = api.read("/api/records/product?fields=name,%s&sort=%s&filter={f}".formatted(cf, cf), filter)
                    .path("rows");
            assertThat(rows.size()).as(filter).isEqualTo(1);
            assertThat(rows.toString()).contains("\"秘商机" + user + "\"").contains("\"" + deal + "\"");
        }
        assertThat(api.read(
                                "/api/records/product/count?filter={f}",
                                "{\"field\": \"%s\", \"op\": \"empty\"}".formatted(cf))
                        .path("count")
                        .asLong())
                .isPositive();
        assertThat(api.get("/api/records/product/export?format=CSV&fields=" + cf)
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("秘商机" + user);
        assertThat(api.read("/api/products/" + product).toString()).contains("秘商机" + user);
        assertThat(api.patch("/api/products/" + product, "{\"%s\": null}".formatted(cf)))
                .hasStatus2xxSuccessful();
        assertThat(api.read("/api/products/" + product).toString()).doesNotContain("秘商机" + user);
    }

    @Test
    void cannotBeSetToWhatIsNotThereOrNotSeen() {
        long deal = opportunity("秘商机" + user);
        long product = api.create("/api/products", "{\"name\": \"产品%d\"}".formatted(user));
        String body = "{\"cf_%s\": \"%d\"}";
        assertThat(api.patch("/api/products/" + product, body.formatted(code, 999_999_999L)))
                .hasStatus(400);
        assertThat(blind().patch("/api/products/" + product, body.formatted(code, deal)))
                .hasStatus(400);
        assertThat(api.patch("/api/products/" + product, body.formatted(code, deal)))
                .hasStatus2xxSuccessful();
    }

    @Test
    void namesWhatItRefersToOnlyToWhoMaySeeThat() throws Exception {
        long product = product(opportunity("秘商机" + user));
        String cf = "cf_" + code;
        for (String way : List.of(
                "/api/products/" + product,
                "/api/records/product?fields=" + cf,
                "/api/records/product?fields=" + cf + ".name",
                "/api/records/product?sort=" + cf,
                "/api/records/product/lanes?limit=0&by=" + cf,
                "/api/records/product/export?format=CSV&fields=" + cf,
                "/api/audit?limit=200")) {
            assertThat(blind().get(way).getResponse().getContentAsString(StandardCharsets.UTF_8))
                    .as(way)
                    .doesNotContain("秘商机" + user);
        }
        assertThat(api.get("/api/records/product?fields=" + cf + ".name"))
                .bodyText()
                .contains("秘商机" + user);
    }

    /** [X2] The group of what is not seen is there, and says so. */
    @Test
    void isGroupedByWhatItNames() {
        long deal = opportunity("秘商机" + user);
        product(deal);
        String path = "/api/records/product/lanes?limit=0&by=cf_" + code;
        for (var told :
                Map.of(api, "秘商机" + user, blind(), "（无权查看 " + deal + "）").entrySet()) {
            JsonNode lane = told.getKey()
                    .read(path)
                    .path("lanes")
                    .valueStream()
                    .filter(it -> it.path("key").asString().equals(Long.toString(deal)))
                    .findFirst()
                    .orElseThrow();
            assertThat(lane.path("label").asString()).isEqualTo(told.getValue());
            assertThat(lane.path("count").asLong()).isEqualTo(1);
        }
    }

    @Test
    void isNamedInTheHistory() {
        long other = opportunity("秘商机" + user);
        api.create("/api/custom-fields", draft("opportunity", "opportunity"));
        long deal = opportunity("另一个" + user);
        assertThat(api.patch("/api/opportunities/" + deal, "{\"cf_%s\": \"%d\"}".formatted(code, other)))
                .hasStatusOk();
        assertThat(api.get("/api/opportunities/%d/history".formatted(deal)))
                .bodyText()
                .contains("秘商机" + user);
    }

    private long opportunity(String name) {
        return api.create("/api/opportunities", "{\"name\": \"%s\"}".formatted(name));
    }

    private long product(long deal) {
        return api.create("/api/products", "{\"name\": \"产品%d\", \"cf_%s\": \"%d\"}".formatted(user, code, deal));
    }

    /** May do everything, but sees no opportunity. */
    private Api blind() {
        return Api.of(http, SampleData.scoped(chief, "opportunity", Scope.none()));
    }
}
