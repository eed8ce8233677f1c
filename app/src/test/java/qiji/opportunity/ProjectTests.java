package qiji.opportunity;

import static db.project.Tables.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.project.life.ProjectState;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** What is won becomes a project, over HTTP. [D12] */
@ModuleTest
class ProjectTests {
    private static final Map<String, String> VERBS = Map.of(
            "start", "{}",
            "reports", "{\"percent\": 40, \"feedback\": \"设备到货\"}",
            "completion", "{\"note\": \"客户验收\"}",
            "closing", "{\"note\": \"归档\"}",
            "resumption", "{\"reason\": \"漏了一处\"}");
    private static final Map<ProjectState, Set<String>> TABLE = Map.of(
            ProjectState.SET_UP, Set.of("start"),
            ProjectState.RUNNING, Set.of("reports", "completion"),
            ProjectState.COMPLETED, Set.of("closing", "resumption"),
            ProjectState.CLOSED, Set.of("resumption"));

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester tester;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    private SampleOpportunities opportunities;
    private Http http;
    private Viewer seller;
    private Api api;
    private long deal;

    @BeforeEach
    void aWonOpportunity() {
        opportunities = new SampleOpportunities(beans);
        http = new Http(beans);
        seller = seller("Li Lei");
        api = Api.of(tester, seller);
        deal = opportunities.ripe(seller.userId());
    }

    private Viewer seller(String name) {
        long user = sample.user(name);
        String[] rights = Stream.concat(
                        Arrays.stream(SampleOpportunities.EVERY_RIGHT),
                        Stream.of("project:read", "project:create", "project:edit"))
                .toArray(String[]::new);
        return SampleData.scoped(SampleData.viewer(user, rights), "opportunity", Scope.ofOwners(Set.of(user)));
    }

    private static String bodyOf(String verb) {
        return Objects.requireNonNull(VERBS.get(verb));
    }

    private long win() {
        assertThat(http.post("/" + deal + "/win", "{}", seller)).hasStatusOk();
        return jooq.fetchSingle(PROJECT, PROJECT.OPPORTUNITY_ID.eq(deal)).getId();
    }

    @Test
    @DisplayName("[D12] winning sets up a project, led by the owner; the status stays won until all is closed")
    void goesFromWonToClosed() {
        String path = "/api/projects/" + win();
        JsonNode project = api.read(path);
        assertThat(project.at("/values/state").asString()).isEqualTo("SET_UP");
        assertThat(project.at("/values/lead/id").asLong()).isEqualTo(seller.userId());
        assertThat(project.at("/values/wonAmount").decimalValue()).isEqualByComparingTo("900");
        assertThat(api.post(path + "/start", "{}")).hasStatusOk();
        assertThat(api.post(path + "/reports", "{\"percent\": 40, \"feedback\": \"设备到货\"}"))
                .hasStatusOk();
        assertThat(api.read(path + "/reports").at("/0/feedback").asString()).isEqualTo("设备到货");
        assertThat(api.read(path).at("/values/percent").asInt()).isEqualTo(40);
        assertThat(api.post(path + "/completion", "{\"note\": \"客户验收\"}")).hasStatusOk();
        assertThat(api.post(path + "/closing", "{\"note\": \"归档\"}")).hasStatusOk();
        assertThat(api.read(path).at("/values/state").asString()).isEqualTo("CLOSED");
        assertThat(opportunities.row(deal).getStatus()).isEqualTo("WON");
        assertThat(api.patch(path, "{\"name\": \"专线交付\", \"version\": 4}")).hasStatusOk();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("[D12] each state allows what the table says and nothing else")
    void allowsWhatTheTableSays(ProjectState state) {
        String path = "/api/projects/" + win();
        for (String verb : VERBS.keySet()) {
            bring(path, state);
            int version = api.read(path).path("version").asInt();
            MvcTestResult answer = api.post(path + "/" + verb, bodyOf(verb));
            if (TABLE.getOrDefault(state, Set.of()).contains(verb)) {
                assertThat(answer).as("%s of %s", verb, state).hasStatusOk();
            } else {
                assertThat(answer)
                        .as("%s of %s", verb, state)
                        .hasStatus(CONFLICT)
                        .bodyText()
                        .contains("/problems/project-state-forbids", state.name());
                assertThat(api.read(path).path("version").asInt()).isEqualTo(version);
            }
        }
    }

    /** From whatever state it has to {@code state}; the row is set back, since no verb leads to the beginning. */
    private void bring(String path, ProjectState state) {
        beans.getBean(qiji.access.Writing.class).by(Viewer.system("test"));
        jooq.update(PROJECT)
                .set(PROJECT.STATE, "SET_UP")
                .setNull(PROJECT.STARTED_ON)
                .setNull(PROJECT.COMPLETED_ON)
                .setNull(PROJECT.CLOSED_ON)
                .where(PROJECT.OPPORTUNITY_ID.eq(deal))
                .execute();
        String[] way = {"start", "completion", "closing"};
        for (int step = 0; step < state.ordinal(); step++) {
            assertThat(api.post(path + "/" + way[step], bodyOf(way[step]))).hasStatusOk();
        }
    }

    @Test
    @DisplayName("[D12] re-opening freezes the project and deletes nothing; winning again lets it go on")
    void restsWhileItsOpportunityIsOpen() {
        String path = "/api/projects/" + win();
        api.post(path + "/start", "{}");
        assertThat(http.post("/" + deal + "/reopening", "{\"reason\": \"合同未签\"}", seller))
                .hasStatusOk();
        assertThat(api.read(path).at("/values/frozen").asBoolean()).isTrue();
        assertThat(api.read(path).at("/may/report").asBoolean()).isFalse();
        for (String verb : VERBS.keySet()) {
            assertThat(api.post(path + "/" + verb, bodyOf(verb)))
                    .hasStatus(CONFLICT)
                    .bodyText()
                    .contains("project-frozen");
        }
        assertThat(api.post(
                        path + "/plan/items",
                        "{\"kind\": \"MILESTONE\", \"title\": \"x\", \"startsOn\": \"2026-12-01\"}"))
                .hasStatus(CONFLICT);
        assertThat(win()).isEqualTo(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
        assertThat(api.post(path + "/reports", bodyOf("reports"))).hasStatusOk();
    }

    @Test
    @DisplayName("[D12] one that was loaded as won is set up by hand, once; an open one is not")
    void setsUpByHand() {
        assertThat(http.post("/" + deal + "/project", "", seller))
                .hasStatus(CONFLICT)
                .bodyText()
                .contains("opportunity-not-won");
        win();
        assertThat(http.post("/" + deal + "/project", "", seller))
                .hasStatus(CONFLICT)
                .bodyText()
                .contains("project-exists");
        beans.getBean(qiji.access.Writing.class).by(Viewer.system("test"));
        jooq.deleteFrom(PROJECT).where(PROJECT.OPPORTUNITY_ID.eq(deal)).execute();
        assertThat(http.post("/" + deal + "/project", "", seller)).hasStatus(CREATED);
    }

    @Test
    @DisplayName(
            "[D12] who does not see the opportunity sees no project, in no list; who only reads it changes nothing")
    void isSeenWithItsOpportunity() {
        long id = win();
        Viewer other = seller("Han Meimei");
        Api others = Api.of(tester, other);
        assertThat(others.get("/api/projects/" + id)).hasStatus(NOT_FOUND);
        assertThat(others.get("/api/projects/" + id + "/plan")).hasStatus(NOT_FOUND);
        assertThat(others.get("/api/projects/" + id + "/reports")).hasStatus(NOT_FOUND);
        assertThat(others.post("/api/projects/" + id + "/start", "{}")).hasStatus(NOT_FOUND);
        assertThat(others.read("/api/records/project/count").path("count").asInt())
                .isZero();
        assertThat(api.read("/api/records/project/count").path("count").asInt()).isOne();
        assertThat(api.read("/api/records/project/sums?fields=wonAmount")
                        .at("/sums/wonAmount")
                        .decimalValue())
                .isEqualByComparingTo("900");
        Api reader = Api.of(tester, SampleData.viewer(seller.userId(), "opportunity:read", "project:read"));
        assertThat(reader.post("/api/projects/" + id + "/start", "{}")).hasStatus(FORBIDDEN);
    }

    @Test
    @DisplayName("[D7 D12] what the plan left open becomes the project's, into an empty one only")
    void takesOverWhatIsOpen() {
        String item = "{\"kind\": \"STEP\", \"title\": \"%s\", \"startsOn\": \"2026-12-01\", \"doneOn\": %s}";
        http.post("/" + deal + "/plan/items", item.formatted("交付", "null"), seller);
        http.post("/" + deal + "/plan/items", item.formatted("拜访", "\"2026-11-20\""), seller);
        String path = "/api/projects/" + win() + "/plan";
        assertThat(api.post(path + "/takeover", "")).hasStatusOk().bodyText().contains("1");
        assertThat(api.read(path).path("items").findValuesAsString("title")).containsExactly("交付");
        assertThat(api.post(path + "/takeover", "")).hasStatus(CONFLICT);
        assertThat(api.post(path + "/baseline", "{\"version\": 0}")).hasStatusOk();
        assertThat(api.read("/api/records/project?fields=slipDays")
                        .at("/rows/0/slipDays")
                        .asInt(-1))
                .isZero();
    }

    @Test
    @DisplayName("[D12] a wrong day, a missing note, another version are refused")
    void refusesWhatIsWrong() {
        String path = "/api/projects/" + win();
        assertThat(api.post(path + "/start", "{\"startedOn\": \"2999-01-01\"}")).hasStatus(BAD_REQUEST);
        assertThat(api.post(path + "/start", "{\"version\": 7}")).hasStatus(CONFLICT);
        assertThat(api.post(path + "/start", "{\"version\": 0}")).hasStatusOk();
        assertThat(api.post(path + "/completion", "{}"))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("note");
        assertThat(api.post(path + "/reports", "{\"percent\": 101}"))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("percent", "feedback");
    }
}
