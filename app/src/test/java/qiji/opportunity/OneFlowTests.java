package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.approval.Approvals;
import qiji.approval.Decisions;
import qiji.opportunity.grade.GradeOffice;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Grade and assessment confirmed by one request, before the stage that asks for it. [D9 S8 S9 S18] */
@ModuleTest
class OneFlowTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester tester;

    @Autowired
    DSLContext jooq;

    private GradeOffice office;
    private SampleAssessments assessments;
    private Viewer seller;
    private Viewer supporter;
    private long deal;

    @BeforeEach
    void aMajorOneThatWaits() {
        office = new GradeOffice(beans);
        seller = SampleData.scoped(
                SampleData.viewer(
                        office.seller,
                        Stream.concat(
                                        Stream.of(SampleOpportunities.EVERY_RIGHT),
                                        Stream.of("opportunity:assess", "opportunity:plan", "approval:decide"))
                                .toArray(String[]::new)),
                "opportunity",
                Scope.ofOwners(java.util.Set.of(office.seller)));
        supporter = SampleData.scoped(SampleAssessments.rater(beans, "Han Meimei"), "opportunity", Scope.everything());
        SampleAssessments.makeSolutionManager(beans, supporter);
        deal = office.deal(row -> {});
        assessments = new SampleAssessments(beans, deal, seller);
        edit("\"expectedAmount\": 230000");
    }

    @Test
    @DisplayName(
            "[D9] one request confirms the grade, approves the assessment and its direction, and takes in whom it names")
    void confirmsBothByOneRequest() {
        long alone = asked();
        long assessment = rated();
        assertThat(assessments.send(assessment, """
                        {"direction": "PRIORITY", "conclusion": "战略客户", "named": {
                          "followers": [{"userId": %d, "role": "SOLUTION"}],
                          "support": [{"kind": "PEOPLE", "name": "方案工程师", "quantity": 2, "unit": "人"}]}}""".formatted(supporter.userId())))
                .hasStatusOk();
        assertThat(asked()).as("in place of the first").isNotEqualTo(alone);
        assertThat(pending("assessment", assessment))
                .as("nobody is asked twice")
                .isFalse();
        JsonNode fields = api().read("/api/approvals/" + asked()).path("fields");
        assertThat(then("grade", fields)).contains("MAJOR");
        assertThat(then("score", fields)).contains("56.25");
        assertThat(then("screening", fields)).contains("PRIORITY");
        assertThat(then("assessment.number", fields)).contains("1");
        assertThat(then("assessment.conclusion", fields)).contains("战略客户");
        assertThat(then("assessment.followers", fields)).contains("Han Meimei");
        assertThat(then("assessment.support", fields)).contains("方案工程师");

        decide(office.manager, Outcome.APPROVED);
        assertThat(office.row(deal).getGradePending()).isNull();
        assertThat(office.row(deal).getGradeConfirmed()).isEqualTo("MAJOR");
        assertThat(state(assessment)).isEqualTo("APPROVED");
        assertThat(office.row(deal).getScore()).isEqualByComparingTo("56.25");
        assertThat(office.row(deal).getScreening()).isEqualTo("PRIORITY");
        assertThat(api().read("/api/opportunities/" + deal + "/team").toString())
                .contains("Han Meimei")
                .contains("SOLUTION");
        JsonNode plan = api().read("/api/opportunities/" + deal + "/plan");
        assertThat(plan.at("/resources/0/name").asString()).isEqualTo("方案工程师");
        assertThat(plan.path("version").asInt()).isOne();
    }

    @Test
    @DisplayName("[D9] what is returned is rated on and sent once more; what is refused ends")
    void isReturnedAndRefusedTogether() {
        long first = rated();
        assessments.send(first, "{}");
        decide(office.manager, Outcome.RETURNED);
        assertThat(office.row(deal).getGradeState()).isEqualTo("RETURNED");
        assertThat(state(first)).isEqualTo("RETURNED");
        assertThat(assessments.send(first, "{}")).hasStatusOk();
        assertThat(office.row(deal).getGradeState()).isEqualTo("AWAITING");
        decide(office.manager, Outcome.REJECTED);
        assertThat(state(first)).isEqualTo("REJECTED");
        assertThat(office.row(deal).getGradePending()).isEqualTo("MAJOR");
        assertThat(office.row(deal).getScore()).isNull();
    }

    @Test
    @DisplayName("[D9] withdrawing the request takes back the assessment, too")
    void isWithdrawnTogether() {
        long first = rated();
        assessments.send(first, "{}");
        assertThat(api().delete("/api/opportunities/" + deal + "/grade/confirmation"))
                .hasStatus(204);
        assertThat(state(first)).isEqualTo("DRAFT");
        assertThat(assessments.send(first, "{}")).hasStatusOk();
        assertThat(api().post("/api/approvals/" + asked() + "/withdrawal", "{}"))
                .hasStatus2xxSuccessful();
        assertThat(state(first)).isEqualTo("DRAFT");
        assertThat(office.row(deal).getGradeState()).isEqualTo("WITHDRAWN");
    }

    @Test
    @DisplayName("[D9] another grade asks its own people of both")
    void followsTheGrade() {
        deal = office.deal(row -> {});
        assessments = new SampleAssessments(beans, deal, seller);
        edit("\"expectedAmount\": 60000");
        long first = rated();
        assessments.send(first, "{}");
        assertThat(askedOf()).containsExactly(office.deputy);
        edit("\"expectedAmount\": 230000");
        assertThat(askedOf()).containsExactly(office.manager);
        decide(office.manager, Outcome.APPROVED);
        assertThat(state(first)).isEqualTo("APPROVED");
        assertThat(office.row(deal).getGradeConfirmed()).isEqualTo("MAJOR");
    }

    @Test
    @DisplayName("[D9] a grade that waits no more leaves the assessment to go alone")
    void goesOnAlone() {
        decide(office.manager, Outcome.APPROVED);
        edit("\"expectedAmount\": 60000");
        long first = rated();
        assessments.send(first, "{}");
        assertThat(pending("assessment", first)).isFalse();
        edit("\"expectedAmount\": 230000");
        assertThat(office.isAsked(deal)).isFalse();
        assertThat(state(first)).isEqualTo("SUBMITTED");
        assertThat(pending("assessment", first)).isTrue();
        assessments.decide(first, Outcome.APPROVED);
        assertThat(office.row(deal).getScore()).isEqualByComparingTo("56.25");
    }

    @Test
    @DisplayName("[D9] where the rule has separate flows, each is decided by itself")
    void goesApartWhereTheRuleSaysSo() {
        office.apart();
        long alone = asked();
        long first = rated();
        assessments.send(first, "{}");
        assertThat(asked()).isEqualTo(alone);
        assertThat(pending("assessment", first)).isTrue();
    }

    @Test
    @DisplayName("[D9] closing the opportunity asks nobody any more")
    void isOvertakenByTheEnd() {
        long first = rated();
        assessments.send(first, "{}");
        assertThat(api().post(
                                "/api/opportunities/" + deal + "/invalidation",
                                "{\"cause\": \"DUPLICATE\", \"explanation\": \"重复\"}"))
                .hasStatusOk();
        assertThat(office.isAsked(deal)).isFalse();
        assertThat(state(first)).isEqualTo("DRAFT");
    }

    @Test
    @DisplayName("[D9] a follower who is not there, and a resource without a name, are told field by field")
    void tellsWhatIsWrongWithWhomItNames() {
        long first = rated();
        assertThat(assessments.send(
                        first, "{\"named\": {\"followers\": [{\"userId\": 0, \"role\": \"SALES\"}], \"support\": []}}"))
                .hasStatus(400)
                .bodyText()
                .contains("named.followers.0.userId");
        assertThat(assessments.send(
                        first,
                        "{\"named\": {\"followers\": [], \"support\": [{\"kind\": \"PEOPLE\", \"name\": \" \"}]}}"))
                .hasStatus(400)
                .bodyText()
                .contains("named.support[0].name");
    }

    private long rated() {
        long assessment = assessments.begin("S3");
        assessments.rate(assessment, supporter, 75, 50, 50, 50);
        return assessment;
    }

    private void edit(String fields) {
        assertThat(api().patch(
                                "/api/opportunities/" + deal,
                                "{\"version\": %d, %s}"
                                        .formatted(office.row(deal).getVersion(), fields)))
                .hasStatusOk();
    }

    private Api api() {
        return Api.of(tester, seller);
    }

    private String state(long assessment) {
        return assessments.view(assessment).path("state").asString();
    }

    private boolean pending(String kind, long subject) {
        return beans.getBean(Approvals.class).pending(kind, subject).isPresent();
    }

    private long asked() {
        return beans.getBean(Approvals.class)
                .pending("grade", deal)
                .orElseThrow()
                .requestId();
    }

    private List<Long> askedOf() {
        return jooq.fetch("select user_id from approval.task where request_id = ?", asked())
                .getValues(0, Long.class);
    }

    private void decide(long user, Outcome outcome) {
        beans.getBean(Decisions.class)
                .decide(asked(), outcome, "看过", SampleData.viewer(user, "opportunity:read", "approval:decide"));
    }

    private static String then(String name, JsonNode fields) {
        return fields.valueStream()
                .filter(field -> field.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("then")
                .toString();
    }
}
