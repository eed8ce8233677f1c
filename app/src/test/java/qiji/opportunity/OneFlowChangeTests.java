package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** What becomes of one flow as the grade changes, or its people do. [D9] */
@ModuleTest
class OneFlowChangeTests extends OneFlow {
    @Test
    @DisplayName(
            "[D9] a grade sent again without the returned assessment shows nothing of it, and approves nothing of it")
    void showsOnlyWhatGoesAlong() {
        long first = rated();
        assessments.send(first, "{}");
        long both = asked();
        decide(office.manager, Outcome.RETURNED);
        assertThat(api().post("/api/opportunities/" + deal + "/grade/confirmation", "{}"))
                .hasStatus(204);
        assertThat(api().read("/api/approvals/" + asked()).path("fields").toString())
                .doesNotContain("assessment.");
        assertThat(api().read("/api/approvals/" + both).path("fields").toString())
                .as("what was asked then can be read still")
                .contains("assessment.number");
        decide(office.manager, Outcome.APPROVED);
        assertThat(state(first)).isEqualTo("RETURNED");
    }

    @Test
    @DisplayName("[D9] a grade that begins to wait takes along the assessment that waits by itself")
    void takesAlongWhatWaits() {
        deal = office.deal(row -> {});
        assessments = new SampleAssessments(beans, deal, seller);
        edit("\"expectedAmount\": 1000");
        long first = rated();
        assessments.send(first, "{}");
        assertThat(pending("assessment", first)).isTrue();
        edit("\"expectedAmount\": 230000");
        assertThat(pending("assessment", first)).isFalse();
        assertThat(api().read("/api/approvals/" + asked()).path("fields").toString())
                .contains("assessment.number");
        decide(office.manager, Outcome.APPROVED);
        assertThat(state(first)).isEqualTo("APPROVED");
        assertThat(office.row(deal).getGradeConfirmed()).isEqualTo("MAJOR");
    }

    @Test
    @DisplayName(
            "[D9] where nobody is there to confirm the grade that it comes to, the assessment is back with its raters")
    void goesBackWhereNobodyIs() {
        deal = office.deal(row -> {});
        assessments = new SampleAssessments(beans, deal, seller);
        edit("\"expectedAmount\": 60000");
        long first = rated();
        assessments.send(first, "{}");
        office.dismiss(office.manager);
        edit("\"expectedAmount\": 230000");
        assertThat(office.row(deal).getGradeState()).isEqualTo("UNSENT");
        assertThat(state(first)).isEqualTo("DRAFT");
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
    @DisplayName("[D9] asked anew it stays in the name of who sent it, who never decides it")
    void staysTheirsWhoSentIt() {
        deal = office.deal(row -> {});
        assessments = new SampleAssessments(beans, deal, seller);
        edit("\"expectedAmount\": 60000");
        long first = rated();
        Viewer deputy = SampleData.scoped(
                SampleData.viewer(office.deputy, "opportunity:read", "opportunity:edit", "opportunity:assess"),
                "opportunity",
                Scope.everything());
        assertThat(new Http(beans).post("/" + deal + "/assessments/" + first + "/submission", "{}", deputy))
                .hasStatusOk();
        assertThat(askedOf()).as("the deputy sent it").containsExactly(office.manager);
        edit("\"expectedAmount\": 70000");
        assertThat(askedOf()).as("the owner only changed the amount").containsExactly(office.manager);
        assertThat(jooq.fetchValue("select asked_by from approval.request where id = ?", asked()))
                .isEqualTo(office.deputy);
    }
}
