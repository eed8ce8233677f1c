package qiji.opportunity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static qiji.testing.SampleData.viewer;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.DeclaresPermissions;
import qiji.opportunity.SampleOpportunities;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** What becomes of waivers: those that let a move through stay counted. */
@ModuleTest
@DisplayName("[D5] waivers used, withdrawn, and who may give them")
class WaiverTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    SampleData sample;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    List<DeclaresPermissions> permissions;

    private Api seller;
    private Api boss;
    private String path = "";
    private long stage;
    private long director;

    @BeforeEach
    void someone() {
        SampleOpportunities opportunities = new SampleOpportunities(beans);
        long owner = sample.user("Li Lei");
        seller = Api.of(mvc, viewer(owner, rights()));
        director = sample.user("Boss");
        boss = Api.of(mvc, viewer(director, rights("opportunity:waive-gate")));
        stage = opportunities.stage("B");
        path = "/api/opportunities/" + opportunities.opportunity(owner);
    }

    private static String[] rights(String... more) {
        return Stream.concat(Stream.of(SampleOpportunities.EVERY_RIGHT), Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void countsAWithdrawnOneThatLetAMoveThrough() {
        waiveAll();
        int given = boss.read(path + "/gate-waivers").size();
        assertThat(given).isPositive();
        assertThat(seller.put(path + "/stage", to(stage))).hasStatusOk();
        withdrawAll();
        assertThat(counted()).isEqualTo(given);
        assertThat(named()).isTrue();
        assertThat(boss.read(path + "/gate-waivers"))
                .hasSize(given)
                .allSatisfy(one -> assertThat(one.get("withdrawnAt").isNull()).isFalse());
        assertThat(seller.read(path + "/history").toString()).contains("已撤销");
        String first = path + "/gate-waivers/"
                + boss.read(path + "/gate-waivers").get(0).get("id").asString();
        assertThat(boss.delete(first)).as("it is withdrawn already").hasStatus(NOT_FOUND);
    }

    @Test
    void namesTheKeyActionOnlyToThoseWhoMayKnowWhatStagesAsk() { // A4
        new SampleOpportunities(beans).demand("{\"keyActionsRequired\": true}");
        path = "/api/opportunities/" + boss.create("/api/opportunities", "{\"name\": \"Mine\"}");
        waiveAll();
        String action = seller.read(path + "/key-actions").at("/0/actions/0").asString();
        assertThat(seller.read(path + "/history").toString()).contains("known well", action);
        Api blind = Api.of(mvc, Everything.without("opportunity", "stageAnswers", director, permissions));
        for (String way : List.of("/history", "/timeline", "/gate-waivers")) {
            assertThat(blind.read(path + way).toString()).contains("known well").doesNotContain(action);
        }
    }

    @Test
    void asksAgainAfterAWithdrawal() {
        waiveAll();
        long first = new SampleOpportunities(beans).process().first().key();
        assertThat(seller.put(path + "/stage", to(stage))).hasStatusOk();
        withdrawAll();
        assertThat(seller.put(path + "/stage", back(first))).hasStatusOk();
        assertThat(seller.put(path + "/stage", to(stage))).hasStatus(409);
        int given = counted();
        waiveAll();
        assertThat(counted()).as("given once more").isEqualTo(2 * given);
        assertThat(seller.put(path + "/stage", to(stage))).hasStatusOk();
    }

    @Test
    void forgetsOneThatLetNothingThrough() {
        waiveAll();
        withdrawAll();
        assertThat(boss.read(path + "/gate-waivers")).isEmpty();
        assertThat(counted()).isZero();
        assertThat(named()).isFalse();
    }

    // [D9] Nobody approves their own, nor lets it pass without.
    @Test
    void isNotGivenToOnesOwnApproval() {
        SampleOpportunities opportunities = new SampleOpportunities(beans);
        opportunities.demand("{\"approvalRequired\": true}");
        String mine = "/api/opportunities/" + boss.create("/api/opportunities", "{\"name\": \"Mine\"}");
        String approval = """
                {"stageId": "%d", "kind": "APPROVAL", "item": "%1$d", "reason": "my own"}""".formatted(stage);
        var refused = boss.post(mine + "/gate-waivers", approval);
        assertThat(refused).hasStatus(FORBIDDEN);
        assertThat(Api.body(refused).get("type").asString()).endsWith("waiver-own");
        assertThat(boss.read(mine).get("may").get("waiveApproval").asBoolean()).isFalse();
        assertThat(boss.read(mine).get("may").get("waiveGate").asBoolean()).isTrue();
        assertThat(boss.put(mine + "/stage", to(stage))).hasStatus(409);

        Api other = Api.of(mvc, viewer(sample.user("Deputy"), rights("opportunity:waive-gate")));
        assertThat(other.read(mine).get("may").get("waiveApproval").asBoolean()).isTrue();
        assertThat(other.post(mine + "/gate-waivers", approval)).hasStatus2xxSuccessful();
    }

    private void waiveAll() {
        for (JsonNode unmet : Api.body(seller.put(path + "/stage", to(stage))).get("unmetGates")) {
            if (unmet.get("kind").asString().equals("VALIDITY")) {
                assertThat(seller.put(path + "/validity-waiver", "{\"reason\": \"known well\"}"))
                        .hasStatusOk();
                continue;
            }
            assertThat(boss.post(path + "/gate-waivers", """
                    {"stageId": %s, "kind": %s, "item": %s, "reason": "known well"}""".formatted(
                                    unmet.get("stageId"), unmet.get("kind"), unmet.get("item"))))
                    .hasStatus2xxSuccessful();
        }
    }

    private void withdrawAll() {
        for (JsonNode one : boss.read(path + "/gate-waivers")) {
            assertThat(boss.delete(path + "/gate-waivers/" + one.get("id").asString()))
                    .hasStatus2xxSuccessful();
        }
    }

    private int counted() {
        int count = 0;
        for (JsonNode row : boss.read("/api/opportunities/gate-waivers")) {
            count += row.get("waivers").asInt();
        }
        return count;
    }

    private boolean named() {
        JsonNode names = seller.read(path).get("values").get("gateWaivedBy");
        return names != null && names.toString().contains("Boss");
    }

    private static String to(long stage) {
        return "{\"stageId\": \"%d\"}".formatted(stage);
    }

    private static String back(long stage) {
        return "{\"stageId\": \"%d\", \"reason\": \"too early\"}".formatted(stage);
    }
}
