package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.CONFLICT;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.approval.Approvals;
import qiji.opportunity.assessment.AssessmentApproval;
import qiji.opportunity.score.ScoreFields;
import qiji.platform.Time;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.json.JsonMapper;

/** Assessments that change, or whose opportunity does, while somebody looks at them. [D6 D9] */
@ModuleTest
class AssessmentChangeTests {
    @Autowired
    ApplicationContext beans;

    private SampleOpportunities opportunities;
    private Http http;
    private SampleAssessments assessments;
    private Viewer seller;
    private long id;
    private long assessment;

    @BeforeEach
    void oneThatIsRated() {
        opportunities = new SampleOpportunities(beans);
        http = new Http(beans);
        seller = SampleAssessments.rater(beans, "Li Lei");
        SampleAssessments.makeSolutionManager(beans, seller);
        opportunities.director();
        id = opportunities.opportunity(seller.userId());
        assessments = new SampleAssessments(beans, id, seller);
        assessment = assessments.begin("S3");
        assessments.rate(assessment, seller, 75, 50, 50, 50);
    }

    private int version() {
        return assessments.view(assessment).path("version").asInt();
    }

    @Test
    @DisplayName("[D6] nobody sends a score that they have not seen")
    void sendsOnlyWhatWasSeen() {
        int seen = version();
        assessments.rate(assessment, seller, 75, 50, 50, 50);
        assertThat(version()).as("nothing differs").isEqualTo(seen);
        assessments.rate(assessment, seller, 100, 100, 100, 100);
        String body = "{\"version\": %d}";
        assertThat(assessments.send(assessment, body.formatted(seen)))
                .hasStatus(CONFLICT)
                .bodyText()
                .contains("stale-version");
        assertThat(assessments.send(assessment, body.formatted(version()))).hasStatusOk();
    }

    @Test
    @DisplayName("[D6] the history does not tell a score as part of what somebody else changed before")
    void isSilentInTheHistory() {
        assertThat(assessments.send(assessment, "{}")).hasStatusOk();
        assessments.decide(assessment, Outcome.APPROVED);
        assertThat(opportunities.row(id).getScore()).isNotNull();
        assertThat(http.get("/" + id + "/history", seller).findValuesAsString("field"))
                .isNotEmpty()
                .doesNotContain("score", "screening");
    }

    @Test
    @DisplayName("[A4 D9] the note of a request is read by the same field as the conclusion on its page")
    void guardsTheNoteAsItsPageDoes() {
        assertThat(beans.getBean(AssessmentApproval.class).noteField()).contains(ScoreFields.SCREENING);
    }

    @Test
    @DisplayName("[D6 D9 X3] one that a file closes asks nobody any more, neither for its report nor to abandon it")
    void isOvertakenByAnImport() {
        assertThat(assessments.send(assessment, "{}")).hasStatusOk();
        assertThat(http.post("/" + id + "/abandonment", "{\"reason\": \"no use\"}", seller))
                .hasStatusOk();
        beans.getBean(Opportunities.class)
                .reload(
                        id,
                        beans.getBean(JsonMapper.class)
                                .readTree("{\"status\": \"LOST\", \"closedOn\": \"%s\"}"
                                        .formatted(LocalDate.now(Time.ZONE))),
                        SampleData.viewer(
                                seller.userId(), "opportunity:read", "opportunity:import", "opportunity:edit"));
        Approvals approvals = beans.getBean(Approvals.class);
        assertThat(approvals.pending("assessment", assessment)).isEmpty();
        assertThat(approvals.pending("abandonment", id)).isEmpty();
        assertThat(assessments.view(assessment).path("state").asString()).isEqualTo("DRAFT");
    }
}
