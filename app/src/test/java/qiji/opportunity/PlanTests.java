package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** The development plan of an opportunity over HTTP. [D7] */
@ModuleTest
class PlanTests {
    private static final String STRATEGY = """
            {"version": %d, "positioning": "稳定优先", "channel": "直销", "price": "一口价",
             "resources": [{"kind": "PEOPLE", "name": "方案经理", "quantity": 2, "unit": "人", "neededOn": "2026-12-01"},
                           {"kind": "MONEY", "name": "测试费", "quantity": 5000.5}]}""";

    @Autowired
    ApplicationContext beans;

    @Autowired
    SampleData sample;

    private SampleOpportunities opportunities;
    private Http http;
    private Viewer seller;
    private long id;

    @BeforeEach
    void anOpportunity() {
        opportunities = new SampleOpportunities(beans);
        http = new Http(beans);
        seller = seller("Li Lei");
        id = opportunities.opportunity(seller.userId());
    }

    private Viewer seller(String name) {
        long user = sample.user(name);
        return SampleData.scoped(
                SampleData.viewer(user, SampleOpportunities.EVERY_RIGHT), "opportunity", Scope.ofOwners(Set.of(user)));
    }

    @Test
    @DisplayName("[D7] a plan says by which strategy, with which resources, who does what when")
    void saysWhatIsPlanned() {
        assertThat(plan().path("version").asInt()).isZero();
        assertThat(save(STRATEGY.formatted(0))).hasStatusOk().bodyText().isEqualTo("{\"version\":1}");
        long visit = add("拜访", "2026-12-01", "2026-12-05", null);
        long offer = add("方案", "2026-12-06", "2026-12-10", visit);
        JsonNode plan = plan();
        assertThat(plan.path("positioning").asString()).isEqualTo("稳定优先");
        assertThat(plan.path("resources").findValuesAsString("name")).containsExactly("方案经理", "测试费");
        assertThat(plan.path("items").findValuesAsString("title")).containsExactly("拜访", "方案");
        JsonNode second = plan.path("items").path(1);
        assertThat(second.path("id").asString()).isEqualTo(Long.toString(offer));
        assertThat(second.path("predecessorId").asString()).isEqualTo(Long.toString(visit));
        assertThat(second.path("assigneeId").asLong()).isEqualTo(seller.userId());
    }

    @Test
    @DisplayName("[D7] later items make way for a bar that is dragged, and slips are told against the baseline")
    void tellsSlips() {
        long visit = add("拜访", "2026-12-01", "2026-12-05", null);
        add("方案", "2026-12-06", "2026-12-10", visit);
        int version = plan().path("version").asInt();
        assertThat(http.post("/" + id + "/plan/baseline", "{\"version\": %d}".formatted(version), seller))
                .hasStatusOk();
        assertThat(plan().path("slipDays").asInt(-1)).isZero();
        assertThat(drag(visit, "2026-12-03", "2026-12-08", 1)).hasStatusOk();
        JsonNode plan = plan();
        assertThat(plan.path("slipDays").asInt()).isEqualTo(3);
        assertThat(plan.path("items").findValues("slipDays").stream().map(JsonNode::asInt))
                .containsExactly(3, 3);
        assertThat(plan.path("items").path(1).path("startsOn").asString()).isEqualTo("2026-12-09");
        assertThat(plan.path("items").path(1).path("endsOn").asString()).isEqualTo("2026-12-13");
    }

    @Test
    @DisplayName("[D7] another baseline asks for a reason; the days of now are the new measure")
    void asksWhyTheMeasureChanges() {
        long visit = add("拜访", "2026-12-01", "2026-12-05", null);
        String path = "/" + id + "/plan/baseline";
        assertThat(http.post(path, "{\"version\": 1}", seller)).hasStatusOk();
        assertThat(drag(visit, "2026-12-03", "2026-12-08", 1)).hasStatusOk();
        assertThat(http.post(path, "{\"version\": 2}", seller)).hasStatus(BAD_REQUEST);
        assertThat(http.post(path, "{\"version\": 2, \"reason\": \"客户推迟\"}", seller))
                .hasStatusOk();
        assertThat(plan().path("slipDays").asInt(-1)).isZero();
    }

    @Test
    @DisplayName("[D7] who read another version is told so, and nothing changes")
    void refusesWhatIsStale() {
        long visit = add("拜访", "2026-12-01", "2026-12-05", null);
        assertThat(drag(visit, "2026-12-02", "2026-12-06", 0)).hasStatusOk();
        assertThat(drag(visit, "2026-12-03", "2026-12-07", 0))
                .hasStatus(CONFLICT)
                .bodyText()
                .contains("stale-version");
        assertThat(plan().path("items").path(0).path("startsOn").asString()).isEqualTo("2026-12-02");
        assertThat(save(STRATEGY.formatted(0))).hasStatus(CONFLICT);
    }

    @Test
    @DisplayName("[D7] what is wrong is told at its field")
    void tellsWhatIsWrong() {
        long visit = add("拜访", "2026-12-01", "2026-12-05", null);
        assertThat(post("方案", "2026-12-05", "2026-12-01", visit, 987654321L))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("endsOn")
                .contains("startsOn")
                .contains("assigneeId");
        assertThat(http.put(item(visit), "{\"kind\": \"STEP\"}", seller)).hasStatus(BAD_REQUEST);
        assertThat(http.send(HttpMethod.DELETE, item(987654321), "", seller)).hasStatus(NOT_FOUND);
    }

    @Test
    @DisplayName("[D7] what waited for a removed item waits for what that waited for")
    void closesTheGap() {
        long visit = add("拜访", "2026-12-01", "2026-12-05", null);
        long offer = add("方案", "2026-12-06", "2026-12-10", visit);
        add("投标", "2026-12-12", "2026-12-14", offer);
        assertThat(http.send(HttpMethod.DELETE, item(offer) + "?version=0", "", seller))
                .hasStatus(NO_CONTENT);
        JsonNode items = plan().path("items");
        assertThat(items.findValuesAsString("title")).containsExactly("拜访", "投标");
        assertThat(items.path(1).path("predecessorId").asString()).isEqualTo(Long.toString(visit));
    }

    @Test
    @DisplayName(
            "[D7] who does not see the opportunity sees no plan; who may not edit it, or once it is closed, changes none")
    void followsItsOpportunity() {
        Viewer other = seller("Han Meimei");
        long visit = add("拜访", "2026-12-01", "2026-12-05", null);
        assertThat(http.send(HttpMethod.GET, "/" + id + "/plan", "", other)).hasStatus(NOT_FOUND);
        String move = "{\"startsOn\": \"2026-12-02\", \"endsOn\": \"2026-12-06\", \"version\": 0}";
        assertThat(http.send(HttpMethod.PATCH, item(visit), move, other)).hasStatus(NOT_FOUND);
        Viewer reader = SampleData.viewer(seller.userId(), "opportunity:read");
        assertThat(http.get("/" + id + "/plan", reader).path("items")).hasSize(1);
        assertThat(http.send(HttpMethod.PATCH, item(visit), move, reader)).hasStatus(FORBIDDEN);
        assertThat(http.post("/" + id + "/invalidation", "{\"cause\": \"WRONG\", \"explanation\": \"不是商机\"}", seller))
                .hasStatusOk();
        assertThat(http.send(HttpMethod.PATCH, item(visit), move, seller))
                .hasStatus(CONFLICT)
                .bodyText()
                .contains("opportunity-closed");
    }

    private JsonNode plan() {
        return http.get("/" + id + "/plan", seller);
    }

    private String item(long item) {
        return "/" + id + "/plan/items/" + item;
    }

    private MvcTestResult save(String body) {
        return http.put("/" + id + "/plan", body, seller);
    }

    private long add(String title, String from, String to, @Nullable Long dependsOn) {
        MvcTestResult made = post(title, from, to, dependsOn, seller.userId());
        assertThat(made).hasStatus(CREATED);
        return http.body(made).path("id").asLong();
    }

    private MvcTestResult post(String title, String from, String to, @Nullable Long dependsOn, long assignee) {
        return http.post(
                "/" + id + "/plan/items",
                """
                {"kind": "STEP", "title": "%s", "startsOn": "%s", "endsOn": "%s", "predecessorId": %s, "assigneeId": "%d"}""".formatted(title, from, to, dependsOn == null ? "null" : "\"" + dependsOn + "\"", assignee),
                seller);
    }

    private MvcTestResult drag(long item, String from, String to, int version) {
        String body = "{\"startsOn\": \"%s\", \"endsOn\": \"%s\", \"version\": %d}".formatted(from, to, version);
        return http.send(HttpMethod.PATCH, item(item), body, seller);
    }
}
