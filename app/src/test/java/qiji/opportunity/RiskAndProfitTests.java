package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
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
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Risks of an opportunity, and what it is to bring. [D6] */
@ModuleTest
class RiskAndProfitTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester tester;

    @Autowired
    SampleData sample;

    private Http http;
    private Viewer seller;
    private Viewer other;
    private long id;

    @BeforeEach
    void twoSellers() {
        SampleOpportunities opportunities = new SampleOpportunities(beans);
        http = new Http(beans);
        seller = seller("Li Lei");
        other = seller("Han Meimei");
        id = opportunities.opportunity(seller.userId());
    }

    private Viewer seller(String called) {
        long user = sample.user(called);
        String[] rights = Stream.concat(Arrays.stream(SampleOpportunities.EVERY_RIGHT), Stream.of("opportunity:profit"))
                .toArray(String[]::new);
        return SampleData.scoped(SampleData.viewer(user, rights), "opportunity", Scope.ofOwners(Set.of(user)));
    }

    @Test
    @DisplayName("[D6] a register has an end")
    void keepsNoMoreThanAHundred() {
        String risk = "{\"title\": \"Late\", \"probability\": 1, \"impact\": 1}";
        for (int i = 0; i < 100; i++) {
            assertThat(http.send(HttpMethod.POST, "/" + id + "/risks", risk, seller))
                    .hasStatus2xxSuccessful();
        }
        assertThat(http.send(HttpMethod.POST, "/" + id + "/risks", risk, seller))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("too-many");
    }

    @Test
    @DisplayName("[D6] the register keeps owner, mitigation and state of each risk, the heaviest first")
    void keepsRisks() {
        Api api = Api.of(tester, seller);
        String path = "/api/opportunities/" + id + "/risks";
        api.create(path, "{\"title\": \"工期紧\", \"probability\": 2, \"impact\": 2}");
        long risk = api.create(
                path,
                "{\"title\": \"对手压价\", \"probability\": 4, \"impact\": 5, \"ownerId\": \"%d\", \"mitigation\": \"先报方案\"}"
                        .formatted(other.userId()));
        JsonNode first = http.get("/" + id + "/risks", seller).at("/risks/0");
        assertThat(first.path("title").asString()).isEqualTo("对手压价");
        assertThat(first.path("band").asString()).isEqualTo("CRITICAL");
        assertThat(first.path("ownerName").asString()).startsWith("Han Meimei");
        String changed =
                "{\"title\": \"对手压价\", \"probability\": 1, \"impact\": 1, \"state\": \"MITIGATED\", \"version\": 0}";
        assertThat(http.put("/" + id + "/risks/" + risk, changed, seller)).hasStatusOk();
        assertThat(http.put("/" + id + "/risks/" + risk, changed, seller)).hasStatus(CONFLICT);
        assertThat(http.get("/" + id + "/risks", seller).at("/risks/1/state").asString())
                .isEqualTo("MITIGATED");
        assertThat(http.send(HttpMethod.DELETE, "/" + id + "/risks/" + risk + "?version=0", "", seller))
                .as("it was another when it was read")
                .hasStatus(CONFLICT);
        assertThat(http.send(HttpMethod.DELETE, "/" + id + "/risks/" + risk + "?version=1", "", seller))
                .hasStatus(NO_CONTENT);
        assertThat(http.get("/" + id + "/risks", seller).path("risks")).hasSize(1);
        assertThat(http.post("/" + id + "/risks", "{\"title\": \"x\", \"probability\": 6, \"impact\": 0}", seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.post(
                        "/" + id + "/risks",
                        "{\"title\": \"x\", \"probability\": 1, \"impact\": 1, \"ownerId\": \"1234567890\"}",
                        seller))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("ownerId");
    }

    @Test
    @DisplayName("[D6] revenue and cost by month answer margin, ROI and payback, to who may know")
    void reckonsProfit() {
        String months = """
                {"version": 0, "months": [{"month": "2026-02-01", "revenue": 150, "cost": 0}, {"month": "2026-01-01", "revenue": 0, "cost": 100.5}]}""";
        assertThat(http.put("/" + id + "/profit", months, seller)).hasStatus(NO_CONTENT);
        JsonNode profit = http.get("/" + id + "/profit", seller).path("profit");
        assertThat(profit.path("net").decimalValue()).isEqualByComparingTo("49.5");
        assertThat(profit.path("marginPercent").decimalValue()).isEqualByComparingTo("33.0");
        assertThat(profit.path("paybackMonths").asInt()).isEqualTo(2);
        assertThat(profit.at("/months/0/month").asString()).isEqualTo("2026-01-01");
        Viewer unaware = SampleData.viewer(seller.userId(), SampleOpportunities.EVERY_RIGHT);
        assertThat(http.get("/" + id + "/profit", unaware).path("profit").isObject())
                .isFalse();
        assertThat(http.put("/" + id + "/profit", months, unaware)).hasStatus(FORBIDDEN);
        assertThat(http.put(
                        "/" + id + "/profit",
                        "{\"version\": 0, \"months\": [{\"month\": \"2026-02-03\", \"revenue\": 1, \"cost\": 1}]}",
                        seller))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("months[0].month");
        assertThat(reckoned(profitVersion(), "")).hasStatus(NO_CONTENT);
        assertThat(http.get("/" + id + "/profit", seller).at("/profit/months")).isEmpty();
    }

    @Test
    @DisplayName("[D6] who read other figures than there are now does not overwrite them")
    void losesNoFigures() {
        String january = "{\"month\": \"2026-01-01\", \"revenue\": 10, \"cost\": 1}";
        assertThat(reckoned(0, january)).hasStatus(NO_CONTENT);
        int read = profitVersion();
        assertThat(reckoned(0, "")).hasStatus(CONFLICT).bodyText().contains("stale-version");
        assertThat(reckoned(read, january.replace("10", "10.00"))).hasStatus(NO_CONTENT);
        assertThat(profitVersion()).as("nothing differs").isEqualTo(read);
        assertThat(reckoned(read, january.replace("10", "20"))).hasStatus(NO_CONTENT);
        assertThat(reckoned(read, january)).hasStatus(CONFLICT);
        assertThat(http.get("/" + id + "/profit", seller).at("/profit/revenue").asInt())
                .isEqualTo(20);
        assertThat(http.put("/" + id + "/profit", "{\"months\": []}", seller)).hasStatus(BAD_REQUEST);
    }

    private MvcTestResult reckoned(int version, String months) {
        return http.put("/" + id + "/profit", "{\"version\": %d, \"months\": [%s]}".formatted(version, months), seller);
    }

    private int profitVersion() {
        return http.get("/" + id + "/profit", seller).path("version").asInt();
    }

    @Test
    @DisplayName("[D6] who does not see the opportunity sees neither risks nor figures")
    void isSeenOnlyWithItsOpportunity() {
        for (String part : new String[] {"risks", "profit"}) {
            assertThat(http.send(HttpMethod.GET, "/" + id + "/" + part, "", other))
                    .hasStatus(NOT_FOUND);
        }
        assertThat(http.post("/" + id + "/risks", "{\"title\": \"x\", \"probability\": 1, \"impact\": 1}", other))
                .hasStatus(NOT_FOUND);
    }
}
