package qiji.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** A4: a field that a role hides answers like one that does not exist, whichever way it is asked for. */
@ModuleTest
class HiddenFieldTests {
    private static final String SECRET = "91330100799655058B";

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    private long user;
    private long customer;
    private String name;

    @BeforeEach
    void aCustomerWithAContact() {
        user = sample.user("Chief");
        name = SampleData.unique("海潮数据");
        Api open = seeing();
        customer = open.create(
                "/api/customers",
                "{\"name\": \"%s\", \"creditCode\": \"%s\", \"annualRevenue\": 12}".formatted(name, SECRET));
        open.create("/api/contacts", "{\"name\": \"王芳\", \"customer\": \"%d\"}".formatted(customer));
    }

    private Api seeing(String... hidden) {
        Viewer viewer = SampleData.viewer(
                user,
                "customer:read",
                "customer:create",
                "customer:edit",
                "customer:export",
                "contact:read",
                "contact:create",
                "contact:edit",
                "user:read");
        Map<String, FieldAccess> rules = new HashMap<>();
        for (String field : hidden) {
            rules.put(field, FieldAccess.HIDDEN);
        }
        return Api.of(
                http,
                new Viewer(user, 0, viewer.name(), viewer.permissions(), viewer.scopes(), Map.copyOf(rules), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/records/customer?fields={field}",
                "/api/records/customer?sort={field}",
                "/api/records/customer?sort=-{field}",
                "/api/records/customer/count?filter={\"field\":\"{field}\",\"op\":\"empty\"}",
                "/api/records/customer?filter={\"not\":{\"field\":\"{field}\",\"op\":\"gt\",\"value\":1}}",
                "/api/records/customer/sums?fields={field}",
                "/api/records/customer/groups?by={field}",
                "/api/records/customer/groups?by=level&sums={field}",
                "/api/records/customer/lookup?filter={\"field\":\"{field}\",\"op\":\"notEmpty\"}",
                "/api/records/contact?fields=customer.{field}",
                "/api/records/contact?sort=customer.{field}",
                "/api/records/contact/count?filter={\"field\":\"customer.{field}\",\"op\":\"empty\"}"
            })
    void answersAsIfItDidNotExist(String uri) {
        Api viewer = seeing("customer.annualRevenue");
        assertThat(refusal(viewer, uri, "annualRevenue"))
                .isEqualTo(refusal(viewer, uri, "noSuchField").replace("noSuchField", "annualRevenue"));
    }

    @Test
    void isNotDescribedNorShown() {
        Api viewer = seeing("customer.annualRevenue");
        assertThat(viewer.read("/api/records/customer/fields").toString()).doesNotContain("annualRevenue");
        assertThat(viewer.read("/api/customers/" + customer).path("values").has("annualRevenue"))
                .isFalse();
    }

    @Test
    void cannotBeWrittenAndSaysNoMoreThanThatOfOneThatIsNotThere() {
        Api viewer = seeing("customer.annualRevenue");
        MvcTestResult hidden = viewer.patch("/api/customers/" + customer, "{\"version\": 0, \"annualRevenue\": \"x\"}");
        MvcTestResult unknown = viewer.patch("/api/customers/" + customer, "{\"version\": 0, \"noSuchField\": \"x\"}");
        assertThat(hidden).hasStatus(400);
        assertThat(told(hidden)).isEqualTo(told(unknown).replace("noSuchField", "annualRevenue"));
    }

    @Test
    void isNotFoundByWhatItHolds() {
        assertThat(found(seeing(), SECRET)).isEqualTo(1);
        assertThat(found(seeing("customer.creditCode"), SECRET)).isZero();
        assertThat(found(seeing("customer.creditCode"), name)).isEqualTo(1);
    }

    @Test
    void isNoHintInLookups() {
        assertThat(lookup(seeing(), name).path("hint").asString()).isEqualTo(SECRET);
        assertThat(lookup(seeing("customer.creditCode"), name).path("hint").isNull())
                .isTrue();
    }

    @Test
    void leavesTheIdWhereANameIsHidden() {
        JsonNode row = seeing("customer.name")
                .read("/api/records/contact?fields=customer&sort=customer")
                .path("rows")
                .get(0);
        assertThat(row.path("customer").path("label").asString())
                .isEqualTo(row.path("customer").path("id").asString());
        assertThat(found(seeing("customer.name"), name)).isZero();
    }

    @Test
    void leavesTheListThatIsSortedByItStanding() {
        assertThat(seeing("customer.createdAt").get("/api/records/customer")).hasStatusOk();
    }

    private int found(Api viewer, String text) {
        int inSearch = viewer.read("/api/search?q={q}", text).path("groups").size();
        JsonNode items = viewer.read("/api/records/customer/lookup?q={q}", text).path("items");
        assertThat(items.size()).isEqualTo(inSearch);
        return items.size();
    }

    private static JsonNode lookup(Api viewer, String text) {
        return viewer.read("/api/records/customer/lookup?q={q}", text)
                .path("items")
                .get(0);
    }

    private static String refusal(Api viewer, String uri, String field) {
        // A filter is sent as a variable: written into the address it would be encoded twice, and refused as no filter
        // at all.
        String[] parts = uri.replace("{field}", field).split("(?<=filter=)", 2);
        MvcTestResult answer = parts.length == 1 ? viewer.get(parts[0]) : viewer.get(parts[0] + "{filter}", parts[1]);
        assertThat(answer).hasStatus(400);
        return told(answer);
    }

    private static String told(MvcTestResult answer) {
        return Api.body(answer).path("fields").toString();
    }
}
