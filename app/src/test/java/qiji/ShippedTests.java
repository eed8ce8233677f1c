package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.DeclaresPermissions;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.access.Writing;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** What a new installation has from the start, as the sources have it. D1 D5 */
@ModuleTest
class ShippedTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    @Autowired
    Viewers viewers;

    @Autowired
    Writing writing;

    @Autowired
    List<DeclaresPermissions> permissions;

    private Api api() {
        return Api.of(
                http,
                SampleData.viewer(
                        sample.user("Reader"), "product:read", "process:read", "stage:read", "opportunity:read"));
    }

    @Test
    void areTheProductsOfTheTelecomProcess() { // S9
        JsonNode rows = api().read("/api/records/product?limit=200").path("rows");
        assertThat(rows.findValuesAsString("name"))
                .contains("互联网专线", "数据专线", "裸光纤", "物联网", "流量统付", "集团MAS", "IDC托管", "IMS固话")
                .contains("基础业务", "系统集成"); // the parts of an ICT project
    }

    @Test
    void isTheProcessWithTheParametersOfTheFunnel() { // S17
        JsonNode process = api().read("/api/processes").get(0);
        assertThat(process.path("name").asString()).isEqualTo("政企销售");
        JsonNode stages = process.path("stages");
        assertThat(stages.valueStream().map(stage -> stage.path("name").asString()))
                .containsExactly("了解商机", "确认商机", "方案论证", "商务谈判", "销售成交", "交接回款");
        assertThat(stages.findValues("winRate").stream().map(JsonNode::intValue))
                .containsExactly(10, 25, 50, 75, 90, 100);
        JsonNode c = stages.get(2);
        assertThat(c.path("expectedConversion").intValue()).isEqualTo(60);
        assertThat(c.path("plannedDays").intValue()).isEqualTo(10);
        assertThat(texts(c, "participants")).containsExactly("客户经理", "顾问");
        assertThat(texts(c, "keyActions"))
                .hasSize(9)
                .startsWith("通过线人了解项目进展及决策圈的顾虑")
                .endsWith("达成框架性合作意向");
        assertThat(texts(c, "keyResults")).containsExactly("针对客户企业具体情况提供产品并进行详细介绍");
        for (JsonNode stage : stages) {
            assertThat(stage.path("verification").asString()).as("验证标志").isNotEmpty();
        }
    }

    @Test
    void areTheClassesOfOpportunities() { // S2 S3 S8 S9 S18
        JsonNode fields = api().read("/api/records/opportunity/fields").path("fields");
        assertThat(fields.findValuesAsString("name"))
                .contains("kind", "offering", "approach", "horizon", "coverage", "cooperation", "intent")
                .contains("discoverer", "reporter", "createdBy", "referrer")
                .contains("expectedMonthly", "committedMonthly", "budgetMonthly", "contractMonths");
    }

    @Test
    void letsAnOwnerAskToAbandonTheirOwnAndHeadquartersDateBack() { // D9 D12 M2
        long centre = sample.department("政企中心");
        Viewer owner = holding("ACCOUNT_MANAGER", centre);
        Api director = Api.of(http, holding("CENTER_DIRECTOR", centre));
        Api api = Api.of(http, owner);
        long deal = api.create("/api/opportunities", "{\"name\": \"专线\"}");
        assertThat(api.post("/api/opportunities/" + deal + "/abandonment", "{\"reason\": \"无预算\"}"))
                .hasStatusOk();
        assertThat(api.read("/api/opportunities/" + deal).at("/values/status").asString())
                .isEqualTo("OPEN");
        String request =
                director.read("/api/approvals?box=TO_DO").at("/rows/0/id").asString();
        assertThat(director.post("/api/approvals/" + request + "/decision", "{\"outcome\": \"APPROVED\"}"))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(api.read("/api/opportunities/" + deal).at("/values/status").asString())
                .isEqualTo("ABANDONED");
        assertThat(api.post("/api/opportunities/" + deal + "/reopening", "{\"reason\": \"有预算了\"}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(holding("SALES_OPS").may("opportunity:back-date")).isTrue();
        assertThat(holding("OPPORTUNITY_ADMIN").may("opportunity:back-date")).isFalse();
    }

    @Test
    void tellsPartnersHowTheirsStandAndNothingElse() { // A3 D6 D7
        long outside = sample.department("渠道");
        Viewer partner = holding("PARTNER", outside);
        Api api = Api.of(http, partner);
        Api seller = Api.of(http, holding("GENERAL_MANAGER", outside));
        long deal = seller.create(
                "/api/opportunities", "{\"name\": \"专线\", \"owner\": \"%d\"}".formatted(partner.userId()));
        String record = "/api/opportunities/" + deal;
        String stage = seller.read(record).at("/path/0/stageId").asString();
        String next = seller.read(record).at("/path/1/stageId").asString();
        assertThat(seller.post(record + "/risks", "{\"title\": \"守住底价\", \"probability\": 5, \"impact\": 4}"))
                .hasStatus2xxSuccessful();
        assertThat(seller.post(record + "/team", "{\"userId\": %d, \"role\": \"SALES\"}".formatted(partner.userId())))
                .hasStatus2xxSuccessful();
        assertThat(seller.put(
                        record + "/stage-answers",
                        "{\"stageId\": \"%s\", \"kind\": \"QUESTION\", \"place\": 0, \"answer\": \"底价未谈\"}"
                                .formatted(stage)))
                .hasStatus2xxSuccessful();
        assertThat(seller.post(
                        record + "/gate-waivers",
                        "{\"stageId\": \"%s\", \"kind\": \"FIELD\", \"item\": \"customer\", \"reason\": \"另议\"}"
                                .formatted(next)))
                .hasStatus2xxSuccessful();
        for (String part : List.of("/risks", "/team", "/gate-waivers")) {
            JsonNode seen = seller.read(record + part);
            assertThat(seen.has("risks") ? seen.path("risks") : seen).as(part).isNotEmpty();
            JsonNode theirs = api.read(record + part);
            assertThat(theirs.has("risks") ? theirs.path("risks") : theirs)
                    .as(part)
                    .isEmpty();
        }
        assertThat(seller.read(record + "/stages/" + stage).toString()).contains("底价未谈");
        assertThat(api.get(record + "/stages/" + stage)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(seller.read(record + "/history").toString()).contains("底价未谈", "另议");
        assertThat(api.read(record + "/history").toString()).doesNotContain("底价未谈", "另议", "守住底价");
        assertThat(seller.get(record + "/plan")).hasStatusOk();
        assertThat(api.get(record + "/plan")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(seller.read(record).at("/gate/unmet").toString()).contains("需求");
        assertThat(api.read(record).at("/gate/unmet").toString()).doesNotContain("需求", "预算", "KP", "\"need\"");
        assertThat(api.read(record).path("values").propertyNames())
                .contains("name", "stage", "status", "expectedAmount")
                .doesNotContain("grade", "score", "screening", "customerBudget", "kpEvidence", "lossSummary", "lesson");
        assertThat(api.read("/api/records/opportunity/fields").path("fields").findValuesAsString("name"))
                .contains("stage", "status")
                .doesNotContain("grade", "rad", "score", "nextStep", "validityState");
    }

    @Test
    void tellsPartnersNeitherReasonsNorWhatIsDone() { // A3 A4 D4 D12
        long outside = sample.department("渠道");
        Viewer partner = holding("PARTNER", outside);
        Viewer manager = holding("GENERAL_MANAGER", outside);
        Api api = Api.of(http, partner);
        Api seller = Api.of(http, manager);
        long deal = seller.create(
                "/api/opportunities", "{\"name\": \"专线\", \"owner\": \"%d\"}".formatted(partner.userId()));
        String record = "/api/opportunities/" + deal;
        String stage = seller.read(record).at("/path/0/stageId").asString();
        String action = seller.read(record + "/key-actions").at("/0/actions/0").asString();
        assertThat(seller.put(
                        record + "/key-actions",
                        "{\"stageId\": \"%s\", \"place\": 0, \"done\": true}".formatted(stage)))
                .hasStatus2xxSuccessful();
        assertThat(seller.post(record + "/deferral", "{\"wakeUpOn\": \"2099-01-01\", \"reason\": \"等对手出局\"}"))
                .hasStatusOk();
        ended(deal, manager, "我方报价高出一成");
        for (String way : List.of("/history", "/timeline")) {
            assertThat(seller.read(record + way).toString()).contains(action, "等对手出局", "我方报价高出一成");
            assertThat(api.read(record + way).toString())
                    .contains("status")
                    .doesNotContain(action, "等对手出局", "我方报价高出一成");
            Viewer blind = Everything.without("opportunity", "lossSummary", manager.userId(), permissions);
            assertThat(Api.of(http, blind).read(record + way).toString())
                    .contains("等对手出局")
                    .doesNotContain("我方报价高出一成");
        }
        assertThat(api.read(record + "/key-actions")).isEmpty();
        assertThat(api.get(record + "/stages/" + stage)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.read(record).at("/may/readStages").asBoolean()).isFalse();
        String process = seller.read("/api/processes").at("/0/id").asString();
        for (String way : List.of("/api/processes", "/api/processes/" + process + "/editions/1")) {
            assertThat(seller.read(way).toString()).contains(action, "了解商机", "Discovery");
            assertThat(api.read(way).toString()).contains("了解商机", "Discovery").doesNotContain(action, "\"customer\"");
        }
    }

    @Test
    void tellsPartnersNeitherPricesNorWhatIsExpectedOfStages() { // A4 D3 D5
        long outside = sample.department("渠道");
        Viewer partner = holding("PARTNER", outside);
        Api api = Api.of(http, partner);
        Api seller = Api.of(http, holding("GENERAL_MANAGER", outside));
        String record = "/api/opportunities/"
                + seller.create(
                        "/api/opportunities", "{\"name\": \"专线\", \"owner\": \"%d\"}".formatted(partner.userId()));
        String product =
                seller.read("/api/records/product?limit=1").at("/rows/0/id").asString();
        assertThat(seller.put(
                        record + "/lines",
                        "[{\"productId\": %s, \"quantity\": 1, \"price\": 4500, \"discountPercent\": 10}]"
                                .formatted(product)))
                .hasStatus2xxSuccessful();
        assertThat(seller.read(record + "/lines").toString()).contains("4500");
        assertThat(api.read(record + "/lines").toString()).doesNotContain("4500");
        assertThat(api.read(record + "/history").toString()).doesNotContain("4,500", "4500");
        assertThat(api.read(record).at("/may/readLines").asBoolean()).isFalse();
        assertThat(api.read(record).at("/may/readTeam").asBoolean()).isFalse();
        String process = seller.read("/api/processes").at("/0/id").asString();
        for (String way : List.of("/api/processes", "/api/processes/" + process + "/editions/1")) {
            assertThat(seller.read(way).toString()).contains("\"expectedConversion\":60");
            assertThat(api.read(way).toString()).contains("\"winRate\":50").doesNotContain("\"expectedConversion\":60");
        }
        assertThat(api.read("/api/records/stage/fields").findValuesAsString("name"))
                .contains("winRate")
                .doesNotContain("expectedConversion");
    }

    @Test
    void tellsPartnersNotWhatWasSaidOfApprovals() { // A4 D12
        long outside = sample.department("渠道");
        Viewer partner = holding("PARTNER", outside);
        Api api = Api.of(http, partner);
        Api seller = Api.of(http, holding("GENERAL_MANAGER", outside));
        Api director = Api.of(http, holding("CENTER_DIRECTOR", outside));
        long deal = seller.create(
                "/api/opportunities", "{\"name\": \"专线\", \"owner\": \"%d\"}".formatted(partner.userId()));
        assertThat(seller.post("/api/opportunities/" + deal + "/abandonment", "{\"reason\": \"利润过低\"}"))
                .hasStatusOk();
        String request =
                director.read("/api/approvals?box=TO_DO").at("/rows/0/id").asString();
        assertThat(director.post(
                        "/api/approvals/" + request + "/decision",
                        "{\"outcome\": \"REJECTED\", \"comment\": \"再压两个点\"}"))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(seller.read("/api/approvals/" + request).toString()).contains("利润过低", "再压两个点");
        for (String way :
                List.of("/api/approvals/" + request, "/api/approvals/of?recordType=opportunity&recordId=" + deal)) {
            assertThat(api.read(way).toString()).contains("REJECTED").doesNotContain("利润过低", "再压两个点");
        }
    }

    /** As a file or an earlier release told it: with the reason beside it. */
    private void ended(long deal, Viewer by, String reason) {
        writing.by(by, reason);
        jooq.execute(
                "update opportunity.opportunity set status = 'LOST', closed_on = current_date, lost_reason = 'PRICE',"
                        + " loss_summary = '见复盘' where id = " + deal);
    }

    @Test
    void tellsPartnersInOneLineOfWhatTheyMayNotSee() { // A4 D5
        long outside = sample.department("渠道");
        Viewer partner = holding("PARTNER", outside);
        long deal = Api.of(http, holding("GENERAL_MANAGER", outside))
                .create("/api/opportunities", "{\"name\": \"专线\", \"owner\": \"%d\"}".formatted(partner.userId()));
        JsonNode unmet =
                Api.of(http, partner).read("/api/opportunities/" + deal).at("/gate/unmet");
        assertThat(unmet.findValuesAsString("message")).containsOnlyOnce("还缺您无权查看的条件");
    }

    private Viewer holding(String role) {
        return holding(role, null);
    }

    private Viewer holding(String role, @Nullable Long department) {
        long user = sample.user(role, department);
        jooq.execute("insert into organization.user_role (user_id, role_id) select " + user
                + ", id from organization.role where code = '" + role + "'");
        return viewers.find(user).orElseThrow();
    }

    private static List<String> texts(JsonNode node, String name) {
        return node.path(name).valueStream().map(JsonNode::asString).toList();
    }
}
