package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.approval.Approvals;
import qiji.opportunity.move.WakingUp;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Assessments of opportunities: raters, approval, direction. [D6 D9] */
@ModuleTest
class AssessmentTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester tester;

    @Autowired
    DSLContext jooq;

    private SampleOpportunities opportunities;
    private Http http;
    private SampleAssessments assessments;
    private Viewer seller;
    private Viewer supporter;
    private long director;
    private long id;

    @BeforeEach
    void aSellerASupporterAndADirector() {
        opportunities = new SampleOpportunities(beans);
        http = new Http(beans);
        seller = SampleAssessments.rater(beans, "Li Lei");
        supporter = SampleData.scoped(SampleAssessments.rater(beans, "Han Meimei"), "opportunity", Scope.everything());
        SampleAssessments.makeSolutionManager(beans, supporter);
        director = opportunities.director();
        id = opportunities.opportunity(seller.userId());
        assessments = new SampleAssessments(beans, id, seller);
    }

    @Test
    @DisplayName("[D6] two raters assess, a leader approves, and the direction is fixed with the rule that led to it")
    void fixesTheDirection() {
        long assessment = assessments.begin("S3");
        assessments.rate(assessment, seller, 100, 50, 50, 50);
        assessments.rate(assessment, supporter, 50, 50, 50, 50);
        JsonNode view = assessments.view(assessment);
        assertThat(view.path("score").decimalValue()).isEqualByComparingTo("56.25");
        assertThat(view.path("screened").asString()).isEqualTo("DEFER");
        assertThat(view.path("screenedBy").asString()).isEqualTo("40 分起：暂缓跟进");
        assertThat(view.at("/criteria/0/spread").decimalValue()).isEqualByComparingTo("50");
        assertThat(view.at("/raters").size()).isEqualTo(2);
        assertThat(view.path("missing")).isEmpty();

        assertThat(assessments.send(assessment, "{}")).hasStatusOk();
        assertThat(assessments.rated(assessment, seller, 100, 100, 100, 100)).hasStatus(CONFLICT);
        assertThat(opportunities.row(id).getScore()).isNull();
        int version = opportunities.row(id).getVersion();
        assessments.decide(assessment, Outcome.APPROVED);
        assertThat(opportunities.row(id).getScore()).isEqualByComparingTo("56.25");
        assertThat(opportunities.row(id).getScreening()).isEqualTo("DEFER");
        assertThat(opportunities.row(id).getVersion())
                .as("open forms stay good")
                .isEqualTo(version);
        assertThat(assessments.view(assessment).path("state").asString()).isEqualTo("APPROVED");
        assertThat(
                        listed(
                                "{\"and\": [{\"field\": \"screening\", \"op\": \"is\", \"value\": \"DEFER\"}, {\"field\": \"score\", \"op\": \"between\", \"value\": [50, 60]}]}"))
                .isOne();
    }

    @Test
    @DisplayName(
            "[D6] sending needs every criterion rated, and the solution manager first [S9]; all that is missing is told")
    void tellsWhatIsMissing() {
        long assessment = assessments.begin("S3");
        assessments.rate(assessment, seller, 75);
        assertThat(assessments.send(assessment, "{}"))
                .hasStatus(CONFLICT)
                .bodyText()
                .contains("assessment-incomplete")
                .contains("竞争态势")
                .contains("盈利预测")
                .doesNotContain("市场需求")
                .contains("支撑经理");
        assessments.rate(assessment, supporter, 75, 50, 50, 50);
        assertThat(assessments.view(assessment).path("missing")).isEmpty();
        assertThat(assessments.send(assessment, "{\"direction\": \"PRIORITY\"}"))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("conclusion");
        assertThat(assessments.send(assessment, "{\"direction\": \"PRIORITY\", \"conclusion\": \"战略客户\"}"))
                .hasStatusOk();
        assessments.decide(assessment, Outcome.APPROVED);
        assertThat(opportunities.row(id).getScreening()).isEqualTo("PRIORITY");
        assertThat(assessments.view(assessment).path("screened").asString()).isEqualTo("DEFER");
    }

    @Test
    @DisplayName("[D6] a returned one is rated on; a rejected one ends, and another begins beside it")
    void goesOnAfterItWasReturned() {
        long assessment = assessments.begin("S3");
        assessments.rate(assessment, supporter, 75, 50, 50, 50);
        assertThat(assessments.begun("S1")).hasStatus(CONFLICT);
        assertThat(assessments.send(assessment, "{}")).hasStatusOk();
        assessments.decide(assessment, Outcome.RETURNED);
        assessments.rate(assessment, supporter, 100, 100, 100, 100);
        assertThat(assessments.send(assessment, "{}")).hasStatusOk();
        assessments.decide(assessment, Outcome.REJECTED);
        assertThat(opportunities.row(id).getScore()).isNull();
        long next = assessments.begin("S1");
        JsonNode both = http.get("/" + id + "/assessments", seller).path("assessments");
        assertThat(both.findValuesAsString("id")).startsWith(Long.toString(next));
        assertThat(both.path(1).path("score").decimalValue()).isEqualByComparingTo("100");
    }

    @Test
    @DisplayName("[D6] a past assessment keeps the card that it was made with")
    void keepsItsCard() {
        long assessment = assessments.begin("S3");
        assessments.rate(assessment, supporter, 75, 50, 50, 50);
        publishOtherCards();
        assertThat(assessments.view(assessment).at("/card/name").asString()).isEqualTo("业务商机评分卡");
        assertThat(assessments.send(assessment, "{}")).hasStatusOk();
        assessments.decide(assessment, Outcome.APPROVED);
        assertThat(assessments.begun("S1")).hasStatus(BAD_REQUEST);
        long next = assessments.begin("S3");
        assertThat(assessments.view(next).at("/card/name").asString()).isEqualTo("新卡");
        assertThat(assessments.view(next).at("/card/edition").asInt()).isOne();
        assertThat(assessments.view(next).at("/criteria").size()).isOne();
        assertThat(assessments.view(assessment).at("/criteria").size()).isEqualTo(4);
        assertThat(assessments.view(assessment).path("score").decimalValue()).isEqualByComparingTo("56.25");
    }

    @Test
    @DisplayName("[D6] screened as 暂缓, it wakes up, is assessed anew with 优先, and the old assessment stays [S3 S8]")
    void isAssessedAnewWhenItWakesUp() {
        long first = assessments.begin("S3");
        assessments.rate(first, seller, 75, 50, 50, 50);
        assessments.rate(first, supporter, 75, 50, 50, 50);
        assertThat(assessments.send(first, "{}")).hasStatusOk();
        assessments.decide(first, Outcome.APPROVED);
        LocalDate tomorrow = LocalDate.now(Time.ZONE).plusDays(1);
        assertThat(http.post(
                        "/" + id + "/deferral",
                        "{\"wakeUpOn\": \"%s\", \"reason\": \"评估结论\"}".formatted(tomorrow),
                        seller))
                .hasStatusOk();
        jooq.execute("update opportunity.opportunity set wake_up_on = wake_up_on - 1 where id = " + id);
        beans.getBean(WakingUp.class).wakeUp();
        assertThat(opportunities.row(id).getStatus()).isEqualTo("OPEN");

        long second = assessments.begin("S3");
        assessments.rate(second, supporter, 100, 100, 75, 75);
        assertThat(assessments.send(second, "{}")).hasStatusOk();
        assertThat(opportunities.row(id).getScreening()).isEqualTo("DEFER");
        assessments.decide(second, Outcome.APPROVED);
        assertThat(opportunities.row(id).getScore()).isEqualByComparingTo("87.50");
        assertThat(opportunities.row(id).getScreening()).isEqualTo("PRIORITY");
        assertThat(assessments.view(first).path("direction").asString()).isEqualTo("DEFER");
        assertThat(assessments.view(second).path("number").asInt()).isEqualTo(2);
    }

    @Test
    @DisplayName("[D6 D9] the leader sees score, direction, risks and figures as sent, beside what has changed since")
    void showsWhatHasChangedSince() {
        long assessment = assessments.begin("S3");
        assessments.rate(assessment, supporter, 75, 50, 50, 50);
        http.post("/" + id + "/risks", "{\"title\": \"对手\", \"probability\": 4, \"impact\": 4}", seller);
        assertThat(assessments.send(assessment, "{}")).hasStatusOk();
        http.post("/" + id + "/risks", "{\"title\": \"工期\", \"probability\": 5, \"impact\": 3}", seller);
        http.post("/" + id + "/risks", "{\"title\": \"雨季\", \"probability\": 1, \"impact\": 2}", seller);
        long request = beans.getBean(Approvals.class)
                .pending("assessment", assessment)
                .orElseThrow()
                .requestId();
        JsonNode fields =
                Api.of(tester, seller).read("/api/approvals/" + request).path("fields");
        JsonNode score = named("score", fields);
        assertThat(score.path("then").decimalValue()).isEqualByComparingTo("56.25");
        assertThat(score.path("changed").asBoolean()).isFalse();
        JsonNode grave = named("risk.grave", fields);
        assertThat(grave.path("label").asString()).isEqualTo("高与极高的风险（项）");
        assertThat(grave.path("then").asInt()).isOne();
        assertThat(grave.path("now").asInt()).isEqualTo(2);
        assertThat(grave.path("changed").asBoolean()).isTrue();
        assertThat(named("risk.open", fields).path("then").asString()).isEqualTo("对手 4×4");
        assertThat(named("risk.open", fields).path("now").asString()).isEqualTo("对手 4×4；工期 5×3；雨季 1×2");
    }

    private static JsonNode named(String name, JsonNode fields) {
        return fields.valueStream()
                .filter(field -> field.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("[D6] closing the opportunity asks nobody any more")
    void isOvertaken() {
        long assessment = assessments.begin("S3");
        assessments.rate(assessment, supporter, 75, 50, 50, 50);
        assessments.send(assessment, "{}");
        assertThat(http.post("/" + id + "/invalidation", "{\"cause\": \"DUPLICATE\"}", seller))
                .hasStatusOk();
        assertThat(beans.getBean(Approvals.class).pending("assessment", assessment))
                .isEmpty();
        assertThat(assessments.view(assessment).path("state").asString()).isEqualTo("DRAFT");
        assertThat(assessments.rated(assessment, seller, 1)).hasStatus(CONFLICT);
    }

    @Test
    @DisplayName("[D6] who does not see the opportunity sees no assessment; who may not assess changes none")
    void isSeenOnlyWithItsOpportunity() {
        long assessment = assessments.begin("S3");
        Viewer other = SampleAssessments.rater(beans, "Stranger");
        assertThat(http.send(HttpMethod.GET, "/" + id + "/assessments", "", other))
                .hasStatus(NOT_FOUND);
        assertThat(assessments.rated(assessment, other, 1)).hasStatus(NOT_FOUND);
        Viewer reader = SampleData.viewer(seller.userId(), SampleOpportunities.EVERY_RIGHT);
        assertThat(assessments.rated(assessment, reader, 1)).hasStatus(FORBIDDEN);
        long elsewhere = opportunities.opportunity(seller.userId());
        assertThat(http.put("/" + elsewhere + "/assessments/" + assessment + "/marks", "{\"marks\": []}", seller))
                .hasStatus(NOT_FOUND);
    }

    @Test
    @DisplayName("[D6] a fault is told: a value above 100, a criterion of another card, an unknown card")
    void refusesWhatIsWrong() {
        assertThat(assessments.begun("NONE")).hasStatus(BAD_REQUEST);
        long assessment = assessments.begin("S3");
        assertThat(assessments.rated(assessment, seller, 101)).hasStatus(BAD_REQUEST);
        assertThat(http.put(
                        "/" + id + "/assessments/" + assessment + "/marks",
                        "{\"marks\": [{\"criterion\": \"MARKET_SIZE\", \"value\": 1}]}",
                        seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.send(HttpMethod.DELETE, "/" + id + "/assessments/" + assessment, "", seller))
                .hasStatus(NO_CONTENT);
        assessments.begin("S1");
    }

    @Test
    @DisplayName("[D6 A4] by whom it is decided depends on the grade, and is not told to whom that is hidden")
    void tellsTheChainToThoseWhoReadTheGrade() {
        String preview = "/api/approvals/preview?kind=assessment&subject=" + assessments.begin("S3");
        assertThat(Api.of(tester, seller).read(preview).toString()).contains("Director");
        Viewer blind = SampleData.hiding(seller, "opportunity.grade");
        assertThat(Api.of(tester, blind).read(preview).toString()).doesNotContain("Director");
    }

    private void publishOtherCards() {
        Api ruler = Api.of(tester, SampleData.viewer(director, "rule:read", "rule:edit"));
        JsonNode rule = ruler.read("/api/rules/score-card");
        long draft = ruler.create("/api/rules/score-card/editions", """
                {"version": %d, "body": {"leastRaters": 1, "cards": [{"code": "S3", "name": {"zh": "新卡", "en": "New"},
                "criteria": [{"code": "ALL", "name": {"zh": "总评", "en": "Overall"}, "weight": 1}]}]}}""".formatted(
                        rule.path("version").asInt()));
        assertThat(ruler.put(
                        "/api/rules/score-card/editions/" + draft + "/publication",
                        "{\"version\": %d, \"effectiveFrom\": \"%s\", \"reason\": \"新规\"}"
                                .formatted(
                                        ruler.read("/api/rules/score-card")
                                                .path("version")
                                                .asInt(),
                                        LocalDate.now(Time.ZONE))))
                .hasStatus2xxSuccessful();
    }

    private int listed(String filter) {
        String ours = "{\"and\": [{\"field\": \"id\", \"op\": \"is\", \"value\": \"%d\"}, %s]}".formatted(id, filter);
        return Api.of(tester, seller)
                .read("/api/records/opportunity/count?filter={f}", ours)
                .path("count")
                .asInt();
    }
}
