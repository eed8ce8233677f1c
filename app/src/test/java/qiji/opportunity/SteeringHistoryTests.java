package qiji.opportunity;

import static db.organization.Tables.APP_USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** The history of an opportunity tells how it was assessed and what was planned. [D6 D7 D17 A4] */
@ModuleTest
class SteeringHistoryTests {
    @Autowired
    ApplicationContext beans;

    private Http http;
    private SampleAssessments assessments;
    private Viewer seller;
    private long id;

    @BeforeEach
    void anOpportunity() {
        http = new Http(beans);
        SampleOpportunities opportunities = new SampleOpportunities(beans);
        seller = SampleAssessments.rater(beans, "Li Lei");
        SampleAssessments.makeSolutionManager(beans, seller);
        opportunities.director();
        id = opportunities.opportunity(seller.userId());
        assessments = new SampleAssessments(beans, id, seller);
    }

    @Test
    @DisplayName("[D6] begun, sent with its score, returned, sent again, approved")
    void tellsOfAssessments() {
        assess();
        assertThat(told(seller, "/history", "assessment"))
                .containsExactly(
                        "评估: - → 第 1 次 · 评估中",
                        "评估: 第 1 次 · 评估中 → 第 1 次 · 已送审 · 62.5 分 · 正常跟进",
                        "评估: 第 1 次 · 已送审 · 62.5 分 · 正常跟进 → 第 1 次 · 已退回 · 62.5 分 · 正常跟进",
                        "评估: 第 1 次 · 已退回 · 62.5 分 · 正常跟进 → 第 1 次 · 已送审 · 50 分 · 暂缓跟进",
                        "评估: 第 1 次 · 已送审 · 50 分 · 暂缓跟进 → 第 1 次 · 已同意 · 50 分 · 暂缓跟进");
        assertThat(told(seller, "/timeline", "assessment")).hasSize(5);
    }

    @Test
    @DisplayName("[A4] not to who may not read the score, and without the direction to who may not read that")
    void hidesWhatIsHidden() {
        assess();
        assertThat(told(SampleData.hiding(seller, "opportunity.score"), "/history", "assessment"))
                .isEmpty();
        assertThat(told(SampleData.hiding(seller, "opportunity.screening"), "/timeline", "assessment"))
                .contains("评估: 第 1 次 · 评估中 → 第 1 次 · 已送审 · 62.5 分")
                .noneMatch(line -> line.contains("跟进"));
    }

    @Test
    @DisplayName("[D7] strategy, resources, items, other days, what is done, the baseline")
    void tellsOfThePlan() {
        assertThat(http.put("/" + id + "/plan", """
                        {"version": 0, "positioning": "稳定优先", "channel": null, "price": null,
                         "resources": [{"kind": "MONEY", "name": "测试费", "quantity": 500, "unit": "元"}]}""", seller)).hasStatusOk();
        long item = http.body(http.post("/" + id + "/plan/items", """
                        {"kind": "STEP", "title": "方案", "startsOn": "2026-11-01", "endsOn": "2026-11-05",
                         "assigneeId": "%d"}""".formatted(seller.userId()), seller))
                .path("id")
                .asLong();
        assertThat(http.post("/" + id + "/plan/baseline", "{\"version\": 1}", seller))
                .hasStatusOk();
        String path = "/" + id + "/plan/items/" + item;
        assertThat(http.send(
                        HttpMethod.PATCH,
                        path,
                        "{\"startsOn\": \"2026-11-02\", \"endsOn\": \"2026-11-06\", \"version\": 1}",
                        seller))
                .hasStatusOk();
        assertThat(http.send(HttpMethod.DELETE, path, "", seller)).hasStatus2xxSuccessful();
        String name = beans.getBean(DSLContext.class).fetchValue(APP_USER.NAME, APP_USER.ID.eq(seller.userId()));
        String first = "方案 · 2026-11-01 – 2026-11-05 · " + name;
        String second = "方案 · 2026-11-02 – 2026-11-06 · " + name;
        assertThat(told(seller, "/history", "plan"))
                .containsExactlyInAnyOrder(
                        "计划 · 定位: - → 稳定优先",
                        "计划 · 资源: - → 测试费 · 500 元",
                        "计划项: - → " + first,
                        "计划 · 基线: - → 以当前日期为基线",
                        "计划项: " + first + " → " + second,
                        "计划项: " + second + " → -");
        assertThat(told(SampleData.hiding(seller, "opportunity.plan"), "/history", "plan"))
                .isEmpty();
        Viewer stranger = SampleData.scoped(seller, "opportunity", Scope.none());
        assertThat(http.send(HttpMethod.GET, "/" + id + "/history", "", stranger))
                .hasStatus(404);
    }

    private void assess() {
        long assessment = assessments.begin("S3");
        assessments.rate(assessment, seller, 100, 50, 50, 50);
        assertThat(assessments.send(assessment, "{}")).hasStatusOk();
        assessments.decide(assessment, Outcome.RETURNED);
        assessments.rate(assessment, seller, 50, 50, 50, 50);
        assertThat(assessments.send(assessment, "{}")).hasStatusOk();
        assessments.decide(assessment, Outcome.APPROVED);
    }

    /** The changes of a field in the order in which they happened. */
    private List<String> told(Viewer viewer, String way, String field) {
        List<String> told = new ArrayList<>();
        List<JsonNode> rows = new ArrayList<>();
        http.get("/" + id + way, viewer).path("rows").forEach(rows::addFirst);
        rows.forEach(row -> row.path("changes").forEach(change -> {
            if (change.path("field").asString().equals(field)) {
                told.add("%s: %s → %s"
                        .formatted(
                                change.path("label").asString(),
                                change.path("before").asString("-"),
                                change.path("after").asString("-")));
            }
        }));
        return told;
    }
}
