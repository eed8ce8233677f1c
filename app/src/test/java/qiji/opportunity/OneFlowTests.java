package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Grade and assessment confirmed by one request, before the stage that asks for it. [D9 S8 S9 S18] */
@ModuleTest
class OneFlowTests extends OneFlow {
    @Test
    @DisplayName(
            "[D9] one request confirms the grade, approves the assessment and its direction, and takes in whom it names")
    void confirmsBothByOneRequest() throws UnsupportedEncodingException {
        long alone = asked();
        long assessment = rated();
        assertThat(assessments.send(assessment, """
                        {"direction": "PRIORITY", "conclusion": "战略客户", "named": {
                          "followers": [{"userId": %d, "role": "SOLUTION"}],
                          "support": [{"kind": "PEOPLE", "name": "方案工程师", "quantity": 2, "unit": "人"}]}}""".formatted(supporter.userId())))
                .hasStatusOk();
        assertThat(asked()).as("in place of the first").isNotEqualTo(alone);
        assertThat(inEnglish("/api/approvals/" + alone)).contains("Sent together with the assessment");
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
    @DisplayName("[D9] a gate tells whether the confirmation is still to be asked for, or waited for")
    void tellsAtTheGateHowFarItIs() {
        new SampleOpportunities(beans).demand("{\"confirmationRequired\": true}");
        assertThat(api().post("/api/opportunities/" + deal + "/newest-edition", "{}"))
                .hasStatusOk();
        long first = rated();
        assertThat(gate()).isEqualTo("unconfirmed");
        assessments.send(first, "{}");
        assertThat(gate()).isEqualTo("pending");
        decide(office.manager, Outcome.APPROVED);
        assertThat(gate()).isEmpty();
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

    @Test
    @DisplayName("[D9 A4] whom it names is told to who may see the team, what it needs to who may see the plan")
    void tellsWhomItNamesToThoseWhoMaySeeThem() {
        long first = rated();
        assessments.send(first, """
                {"named": {"followers": [{"userId": %d, "role": "SOLUTION"}],
                    "support": [{"kind": "PEOPLE", "name": "方案工程师"}]}}""".formatted(supporter.userId()));
        String path = "/" + deal + "/assessments/" + first;
        JsonNode told = new Http(beans).get(path, seller);
        assertThat(told.at("/followers/0/person/name").asString()).contains("Han Meimei");
        assertThat(told.at("/support/0/name").asString()).isEqualTo("方案工程师");
        Viewer noTeam = SampleData.hiding(seller, "opportunity.team");
        assertThat(new Http(beans).get(path, noTeam).path("followers")).isEmpty();
        Viewer noPlan = SampleData.hiding(seller, "opportunity.plan");
        assertThat(new Http(beans).get(path, noPlan).path("support")).isEmpty();
    }

    @Test
    @DisplayName("[D9] nobody is named twice; what is needed twice is planned once")
    void namesEachOnce() {
        long first = rated();
        String twice = "{\"userId\": %1$d, \"role\": \"SALES\"}, {\"userId\": %1$d, \"role\": \"SUPPORT\"}"
                .formatted(supporter.userId());
        assertThat(assessments.send(first, "{\"named\": {\"followers\": [" + twice + "], \"support\": []}}"))
                .hasStatus(400)
                .bodyText()
                .contains("named.followers.1.userId");
        String need = "{\"kind\": \"PEOPLE\", \"name\": \"方案工程师\"}";
        assertThat(assessments.send(
                        first, "{\"named\": {\"followers\": [], \"support\": [" + need + "," + need + "]}}"))
                .hasStatusOk();
        decide(office.manager, Outcome.APPROVED);
        assertThat(api().read("/api/opportunities/" + deal + "/plan")
                        .path("resources")
                        .size())
                .isOne();
    }
}
