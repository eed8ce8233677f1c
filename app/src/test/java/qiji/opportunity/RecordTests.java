package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static qiji.testing.SampleData.viewer;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.FieldAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opportunities as records over HTTP: made, edited, given to others, with what belongs to them. D1 D2 */
@ModuleTest
class RecordTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    SampleData sample;

    @Autowired
    Opportunities frontDoor;

    @Autowired
    JsonMapper json;

    private SampleOpportunities opportunities;
    private Http http;
    private long owner;
    private Viewer seller;

    @BeforeEach
    void someone() {
        opportunities = new SampleOpportunities(beans);
        http = new Http(beans);
        owner = sample.user("Li Lei", sample.department("Sales"));
        seller = viewer(owner, SampleOpportunities.EVERY_RIGHT);
    }

    @Test
    void beginsInTheFirstStageWithANumber() {
        long customer = opportunities.customer();
        JsonNode made = http.body(http.post(
                "",
                "{\"name\": \"专线\", \"customer\": \"%d\", \"expectedAmount\": 120000, \"source\": \"REFERRAL\", \"referrer\": \"老王\"}"
                        .formatted(customer),
                seller));
        JsonNode detail = http.get("/" + made.get("id").asString(), seller);
        assertThat(detail.at("/values/name").asString()).isEqualTo("专线");
        assertThat(detail.at("/values/number").asString()).matches("SJ-\\d{6}-\\d{6}");
        assertThat(detail.at("/values/status").asString()).isEqualTo("OPEN");
        assertThat(detail.at("/values/customer/id").asString()).isEqualTo(Long.toString(customer));
        assertThat(detail.at("/values/weightedAmount").decimalValue()).isEqualByComparingTo("12000");
        assertThat(detail.at("/values/maturity").asString()).isEqualTo("POTENTIAL");
        assertThat(detail.at("/values/validityState").asString()).isEqualTo("NOT_VALID");
        assertThat(detail.at("/path")).hasSize(6);
        assertThat(detail.at("/path/0/current").asBoolean()).isTrue();
        assertThat(detail.at("/gate/unmet/0/field").asString()).isEqualTo("expectedSignOn");
        assertThat(detail.at("/may/move").asBoolean()).isTrue();
        assertThat(detail.at("/may/followUp").asBoolean()).isTrue();
        assertThat(detail.at("/may/reopen").asBoolean()).isFalse();
        assertThat(detail.at("/validity/valid").asBoolean()).isFalse();
    }

    @Test
    void tellsAllFaultsAtOnce() {
        assertThat(http.post(
                        "",
                        "{\"customer\": 987654321, \"expectedAmount\": -1, \"stage\": 1, \"status\": \"WON\", \"x\": 1}",
                        seller))
                .hasStatus(BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.fields[*].field")
                .asArray()
                .containsExactlyInAnyOrder("customer", "expectedAmount", "stage", "status", "x", "name");
        assertThat(http.post("", "[]", seller)).hasStatus(BAD_REQUEST);
        Viewer reader = viewer(owner, "opportunity:read");
        assertThat(http.post("", "{\"name\": \"x\"}", reader)).hasStatus(FORBIDDEN);
    }

    @Test
    void editsFieldsButNotTheState() {
        long id = opportunities.ripe(owner);
        assertThat(http.send(PATCH, "/" + id, "{\"version\": 0, \"nextStep\": \"报价\", \"tags\": [\"重点\"]}", seller))
                .hasStatusOk();
        assertThat(opportunities.row(id).getNextStep()).isEqualTo("报价");
        assertThat(http.send(PATCH, "/" + id, "{\"version\": 0, \"name\": \"x\"}", seller))
                .hasStatus(CONFLICT);
        assertThat(http.send(PATCH, "/" + id, "{\"status\": \"WON\"}", seller)).hasStatus(BAD_REQUEST);
        assertThat(http.send(PATCH, "/" + id, "{\"expectedAmount\": 1e13}", seller))
                .hasStatus(BAD_REQUEST);
        http.post("/" + id + "/win", "{}", seller);
        assertThat(http.send(PATCH, "/" + id, "{\"name\": \"x\"}", seller))
                .hasStatus(CONFLICT)
                .bodyText()
                .contains("opportunity-closed");
    }

    // Customer, amount and dates may be empty in stage A; later the stage asks for them.
    @Test
    void emptiesNothingThatItsStageAsksFor() {
        long id = opportunities.ripe(owner);
        assertThat(http.send(PATCH, "/" + id, "{\"expectedRevenueOn\": null}", seller))
                .hasStatusOk();
        http.put("/" + id + "/stage", "{\"stageId\": %d}".formatted(opportunities.stage("B")), seller);
        assertThat(http.send(PATCH, "/" + id, "{\"customer\": null}", seller))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("required-in-stage");
    }

    @Test
    void goesToAnotherOwnerAndDepartment() {
        long id = opportunities.opportunity(owner);
        long department = sample.department("North");
        long other = sample.user("Han Meimei", department);
        assertThat(http.put("/" + id + "/owner", "{\"ownerId\": %d}".formatted(other), seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.put("/" + id + "/owner", "{\"ownerId\": %d, \"reason\": \"换区\"}".formatted(other), seller))
                .hasStatusOk();
        assertThat(opportunities.row(id).getOwnerId()).isEqualTo(other);
        assertThat(opportunities.row(id).getDepartmentId()).isEqualTo(department);
        Viewer plain = viewer(owner, "opportunity:read", "opportunity:edit");
        assertThat(http.put("/" + id + "/owner", "{\"ownerId\": %d, \"reason\": \"x\"}".formatted(owner), plain))
                .hasStatus(FORBIDDEN);
    }

    @Test
    void sumsItsLines() {
        long id = opportunities.opportunity(owner);
        long product = opportunities.product("100.00");
        assertThat(http.put(
                        "/" + id + "/lines",
                        "[{\"productId\": \"%1$d\", \"quantity\": 3, \"discountPercent\": 10}, {\"productId\": \"%1$d\", \"quantity\": 1.5, \"price\": 9.99}]"
                                .formatted(product),
                        seller))
                .hasStatus(NO_CONTENT);
        JsonNode lines = http.get("/" + id + "/lines", seller);
        assertThat(lines.get("total").decimalValue()).isEqualByComparingTo("284.99");
        assertThat(http.put("/" + id + "/lines", "[{\"productId\": 987654321, \"quantity\": 1}]", seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.put(
                        "/" + id + "/lines",
                        "[{\"productId\": %d, \"quantity\": -1, \"discountPercent\": 999}]".formatted(product),
                        seller))
                .hasStatus(BAD_REQUEST);
        String read = "/" + id + "/lines?version=" + lines.get("version").asString();
        assertThat(http.put(read, "[]", seller)).hasStatus(NO_CONTENT);
        assertThat(http.put(read, "[]", seller)).as("a list read before").hasStatus(CONFLICT);
        assertThat(http.get("/" + id + "/lines", seller).get("lines")).isEmpty();
    }

    @Test
    void keepsKeyActionsAndTeam() {
        long id = opportunities.opportunity(owner);
        String tick = "{\"stageId\": %d, \"place\": %d, \"done\": %s}";
        long first = opportunities.stage("A");
        for (String ticked : new String[] {
            tick.formatted(first, 0, true),
            tick.formatted(first, 1, true),
            tick.formatted(first, 2, true),
            tick.formatted(first, 1, false)
        }) {
            assertThat(http.put("/" + id + "/key-actions", ticked, seller)).hasStatus(NO_CONTENT);
        }
        assertThat(http.get("/" + id + "/key-actions", seller).at("/0/done").toString())
                .isEqualTo("[0,2]");
        assertThat(http.put("/" + id + "/key-actions", tick.formatted(first, 99, true), seller))
                .hasStatus(BAD_REQUEST);

        long other = sample.user("Han Meimei");
        assertThat(http.post("/" + id + "/team", "{\"userId\": %d, \"role\": \"LEADER\"}".formatted(other), seller))
                .hasStatus(NO_CONTENT);
        assertThat(http.get("/" + id + "/team", seller).at("/0/role").asString())
                .isEqualTo("LEADER");
        assertThat(http.post("/" + id + "/team", "{\"userId\": 987654321, \"role\": \"SALES\"}", seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.post("/" + id + "/team", "{\"userId\": %d, \"role\": \"BOSS\"}".formatted(other), seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.send(org.springframework.http.HttpMethod.DELETE, "/" + id + "/team/" + other, "", seller))
                .hasStatus(NO_CONTENT);
        assertThat(http.send(org.springframework.http.HttpMethod.DELETE, "/" + id + "/team/" + other, "", seller))
                .hasStatus(NOT_FOUND);
    }

    // A3: other people's ids.
    @Test
    void hidesWhatTheViewerMayNotSee() {
        long id = opportunities.opportunity(owner);
        Viewer stranger = SampleData.scoped(seller, "opportunity", Scope.none());
        for (String path : new String[] {"", "/team", "/lines", "/contacts", "/history", "/timeline", "/key-actions"}) {
            assertThat(http.send(GET, "/" + id + path, "", stranger)).hasStatus(NOT_FOUND);
        }
        assertThat(http.send(PATCH, "/" + id, "{\"name\": \"x\"}", stranger)).hasStatus(NOT_FOUND);
        assertThat(http.put("/" + id + "/lines", "[]", stranger)).hasStatus(NOT_FOUND);
        assertThat(http.put("/" + id + "/owner", "{\"ownerId\": 1, \"reason\": \"x\"}", stranger))
                .hasStatus(NOT_FOUND);
    }

    // A4
    @Test
    void showsNoHiddenFieldOnDetailHistoryOrTimeline() {
        long id = opportunities.ripe(owner);
        http.send(PATCH, "/" + id, "{\"expectedAmount\": 77777}", seller);
        Viewer blind = new Viewer(
                owner,
                0,
                "blind",
                seller.permissions(),
                seller.scopes(),
                Map.of("opportunity.expectedAmount", FieldAccess.HIDDEN),
                false);
        for (String path : new String[] {"", "/history", "/timeline"}) {
            assertThat(http.send(GET, "/" + id + path, "", blind))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("expectedAmount")
                    .doesNotContain("77777");
        }
        assertThat(http.send(GET, "/" + id + "/history", "", seller)).bodyText().contains("77777");
    }

    private long load(String body, Viewer importer) {
        return frontDoor.load(List.of(json.readTree(body)), importer).getFirst();
    }

    // X3: stage, status and business dates as they were; gates are not asked.
    @Test
    void loadsThePastAsItWas() {
        Viewer importer = viewer(owner, "opportunity:read", "opportunity:import", "opportunity:edit");
        long won = load("""
                        {"name": "old", "status": "WON", "openedOn": "2020-01-02", "closedOn": "2020-03-04", "wonAmount": 55}""", importer);
        assertThat(opportunities.row(won).getStageId()).isEqualTo(opportunities.stage("F"));
        assertThat(opportunities.row(won).getImported()).isTrue();
        JsonNode path = http.get("/" + won, seller).get("path");
        assertThat(path.get(5).get("enteredAt").asString()).isEqualTo("2020-03-03T16:00:00Z");

        for (String wrong : new String[] {
            "{\"name\": \"x\", \"status\": \"WON\"}",
            "{\"name\": \"x\", \"status\": \"OPEN\", \"closedOn\": \"2020-01-01\"}",
            "{\"name\": \"x\", \"status\": \"LOST\", \"closedOn\": \"2999-01-01\"}",
            "{\"name\": \"x\", \"status\": \"LOST\", \"closedOn\": \"2020-01-01\", \"openedOn\": \"2020-01-02\"}",
            "{\"name\": \"x\", \"status\": \"DEFERRED\"}"
        }) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> load(wrong, importer)))
                    .as(wrong)
                    .isInstanceOf(qiji.platform.Problem.class);
        }
        long open = load("{\"name\": \"x\", \"stage\": %d}".formatted(opportunities.stage("C")), importer);
        frontDoor.reload(
                open,
                json.readTree("{\"status\": \"LOST\", \"closedOn\": \"2026-11-01\", \"openedOn\": \"2026-10-01\"}"),
                importer);
        assertThat(opportunities.row(open).getLostReason()).isEqualTo("IMPORTED");
        assertThat(http.post("", "{\"name\": \"again\"}", seller)).hasStatus(CREATED);
    }
}
