package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Competitors in opportunities, and how we fare against each. [D11] */
@ModuleTest
class RivalTests {
    private static final String HIGH = """
            {"threat": "HIGH", "strength": "在位", "weakness": "交付慢", "price": 88000.5, "counterStrategy": "先做试点"}""";

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester tester;

    @Autowired
    SampleData sample;

    private SampleOpportunities opportunities;
    private Http http;
    private Viewer seller;
    private Viewer other;
    private String name;
    private long competitor;

    @BeforeEach
    void twoSellersAndACompetitor() {
        opportunities = new SampleOpportunities(beans);
        http = new Http(beans);
        seller = seller("Li Lei");
        other = seller("Han Meimei");
        name = SampleData.unique("对手");
        competitor = Api.of(tester, seller).create("/api/competitors", "{\"name\": \"%s\"}".formatted(name));
    }

    private Viewer seller(String called) {
        String[] rights = new String[SampleOpportunities.EVERY_RIGHT.length + 2];
        System.arraycopy(SampleOpportunities.EVERY_RIGHT, 0, rights, 0, rights.length - 2);
        rights[rights.length - 2] = "competitor:read";
        rights[rights.length - 1] = "competitor:create";
        long user = sample.user(called);
        return SampleData.scoped(SampleData.viewer(user, rights), "opportunity", Scope.ofOwners(Set.of(user)));
    }

    @Test
    @DisplayName(
            "[D11] an opportunity keeps strength, weakness, price, threat and our counter-strategy of each competitor")
    void keepsWhatIsKnownOfARival() {
        long id = opportunities.opportunity(seller.userId());
        assertThat(meet(id, seller)).hasStatus(NO_CONTENT);

        JsonNode rival = http.get("/" + id + "/rivals", seller).path(0);
        assertThat(rival.path("name").asString()).isEqualTo(name);
        assertThat(rival.path("threat").asString()).isEqualTo("HIGH");
        assertThat(rival.path("price").decimalValue()).isEqualByComparingTo("88000.5");
        assertThat(rival.path("counterStrategy").asString()).isEqualTo("先做试点");
        assertThat(http.get("/" + id + "/history", seller).toString())
                .contains(name)
                .contains("威胁高")
                .contains("应对：先做试点");
        assertThat(http.send(HttpMethod.DELETE, "/" + id + "/rivals/" + competitor + "?version=0", "", seller))
                .hasStatus(NO_CONTENT);
        assertThat(http.get("/" + id + "/rivals", seller)).isEmpty();
    }

    @Test
    @DisplayName("[D11] who does not see the opportunity sees none of its competitors, and changes none")
    void isSeenOnlyWithItsOpportunity() {
        long id = opportunities.opportunity(seller.userId());
        meet(id, seller);
        assertThat(http.send(HttpMethod.GET, "/" + id + "/rivals", "", other)).hasStatus(NOT_FOUND);
        assertThat(meet(id, other)).hasStatus(NOT_FOUND);
        Viewer unaware = SampleData.viewer(seller.userId(), SampleOpportunities.EVERY_RIGHT);
        assertThat(http.get("/" + id + "/rivals", unaware)).isEmpty();
        assertThat(meet(id, unaware)).hasStatus(FORBIDDEN);
    }

    @Test
    @DisplayName("[D11] two who write of one rival at once: the second is told")
    void tellsTheSecondWriter() {
        long id = opportunities.opportunity(seller.userId());
        assertThat(meet(id, seller)).hasStatus(NO_CONTENT);
        assertThat(meet(id, seller)).as("another adds the same").hasStatus(CONFLICT);
        int version =
                http.get("/" + id + "/rivals", seller).path(0).path("version").asInt(-1);
        String first = "{\"threat\": \"LOW\", \"version\": %d}".formatted(version);
        assertThat(http.put("/" + id + "/rivals/" + competitor, first, seller)).hasStatus(NO_CONTENT);
        assertThat(http.put("/" + id + "/rivals/" + competitor, first, seller)).hasStatus(CONFLICT);
        assertThat(http.send(HttpMethod.DELETE, "/" + id + "/rivals/" + competitor + "?version=" + version, "", seller))
                .hasStatus(CONFLICT);
    }

    @Test
    @DisplayName(
            "[A4 D11] to whom competitors are hidden, none is told, and none can be written; a hidden winner is no 0")
    void keepsHiddenRivals() {
        long id = opportunities.opportunity(seller.userId());
        assertThat(lose(id, competitor)).hasStatusOk();
        Viewer blind = hiding("opportunity.rivals");
        assertThat(http.get("/" + id + "/rivals", blind)).isEmpty();
        assertThat(http.get("/win-loss", blind)).isEmpty();
        assertThat(http.get("/" + id + "/history", blind).toString()).doesNotContain("威胁");
        assertThat(meet(opportunities.opportunity(seller.userId()), blind)).hasStatus(FORBIDDEN);
        JsonNode standing = http.get("/win-loss?competitor=" + competitor, hiding("opportunity.lostToCompetitor"))
                .path(0);
        assertThat(standing.path("lost").path("count").asInt()).isOne();
        assertThat(standing.path("lostToIt").isObject()).isFalse();
    }

    private Viewer hiding(String field) {
        return new Viewer(
                seller.userId(),
                0,
                seller.name(),
                seller.permissions(),
                seller.scopes(),
                java.util.Map.of(field, qiji.access.FieldAccess.HIDDEN),
                false);
    }

    @Test
    @DisplayName("[D11] a fault is told: an unknown competitor, a price below zero, a threat of no kind")
    void refusesWhatIsWrong() {
        long id = opportunities.opportunity(seller.userId());
        assertThat(http.put("/" + id + "/rivals/1234567890", HIGH, seller))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("competitorId");
        assertThat(http.put("/" + id + "/rivals/" + competitor, "{\"threat\": \"LOW\", \"price\": -1}", seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.put("/" + id + "/rivals/" + competitor, "{}", seller)).hasStatus(BAD_REQUEST);
    }

    @Test
    @DisplayName("[D11] a loss names a competitor of the register, who then was met there; re-opening lets it go")
    void losesToACompetitor() {
        long id = opportunities.opportunity(seller.userId());
        assertThat(lose(id, 1234567890)).hasStatus(BAD_REQUEST).bodyText().contains("competitorId");
        assertThat(lose(id, competitor)).hasStatusOk();
        assertThat(opportunities.row(id).getLostToCompetitorId()).isEqualTo(competitor);
        assertThat(http.get("/" + id + "/rivals", seller).path(0).path("name").asString())
                .isEqualTo(name);
        assertThat(meet(id, seller)).hasStatus(CONFLICT);
        assertThat(http.post("/" + id + "/reopening", "{\"reason\": \"再来\"}", seller))
                .hasStatusOk();
        assertThat(opportunities.row(id).getLostToCompetitorId()).isNull();
    }

    @Test
    @DisplayName("[D11] win and loss by competitor count what the list of the same viewer shows")
    void countsWhatTheListShows() {
        for (Viewer owner : new Viewer[] {seller, seller, other}) {
            meet(opportunities.opportunity(owner.userId()), owner);
            long won = opportunities.opportunity(owner.userId(), row -> {
                row.setStatus("WON");
                row.setClosedOn(LocalDate.now(Time.ZONE));
                row.setWonAmount(new BigDecimal("500.00"));
                row.setLostToCompetitorId(null);
            });
            beans.getBean(qiji.opportunity.rival.RivalStore.class).meet(java.util.List.of(winner(won)));
        }
        long lost = opportunities.opportunity(seller.userId());
        assertThat(lose(lost, competitor)).hasStatusOk();
        Viewer all = SampleData.scoped(seller, "opportunity", Scope.everything());
        for (Viewer viewer : new Viewer[] {seller, other, all}) {
            JsonNode standing =
                    http.get("/win-loss?competitor=" + competitor, viewer).path(0);
            for (String status : new String[] {"OPEN", "WON", "LOST"}) {
                assertThat(standing.path(status.toLowerCase(java.util.Locale.ROOT))
                                .path("count")
                                .asInt())
                        .as(status)
                        .isEqualTo(listed(status, viewer));
            }
        }
        JsonNode whole = http.get("/win-loss?competitor=" + competitor, all).path(0);
        assertThat(whole.path("won").path("count").asInt()).isEqualTo(3);
        assertThat(whole.path("won").path("amount").decimalValue()).isEqualByComparingTo("1500");
        assertThat(whole.path("winRatePercent").decimalValue()).isEqualByComparingTo("75.0");
        assertThat(whole.path("lostToIt").path("count").asInt()).isOne();
        JsonNode others = http.get("/win-loss?competitor=" + competitor, other).path(0);
        assertThat(others.path("winRatePercent").decimalValue()).isEqualByComparingTo("100");
    }

    @Test
    @DisplayName("[D11] without a decided opportunity there is no win rate")
    void hasNoRateWithoutABase() {
        JsonNode standing =
                http.get("/win-loss?competitor=" + competitor, seller).path(0);
        assertThat(standing.path("open").path("count").asInt()).isZero();
        assertThat(standing.path("winRatePercent").isNumber()).isFalse();
    }

    private db.opportunity.tables.records.OpportunityRecord winner(long id) {
        var row = new db.opportunity.tables.records.OpportunityRecord();
        row.setId(id);
        row.setLostToCompetitorId(competitor);
        return row;
    }

    private MvcTestResult meet(long id, Viewer viewer) {
        return http.put("/" + id + "/rivals/" + competitor, HIGH, viewer);
    }

    private MvcTestResult lose(long id, long to) {
        return http.post(
                "/" + id + "/loss",
                SampleOpportunities.loss(seller.userId(), "\"competitorId\": \"%d\", ".formatted(to)),
                seller);
    }

    private int listed(String status, Viewer viewer) {
        String filter = """
                {"and": [{"field": "rivals", "op": "is", "value": "%s"}, {"field": "status", "op": "is", "value": "%s"}]}""".formatted(name, status);
        return Api.of(tester, viewer)
                .read("/api/records/opportunity/count?filter={f}", filter)
                .path("count")
                .asInt();
    }
}
