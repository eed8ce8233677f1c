package qiji.opportunity.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Viewer;
import qiji.approval.Approvals;
import qiji.testing.Api;
import qiji.testing.ModuleTest;

/** Who is asked tells the grade: who may not read that one is told on no way who decides. [A4 D3 D9] */
@ModuleTest
class ChainSightTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester http;

    private GradeOffice office;
    private long deal;

    @BeforeEach
    void oneThatWaitsForTheGeneralManager() {
        office = new GradeOffice(beans);
        deal = office.deal(row -> row.setExpectedAmount(GradeOffice.yuan("1000.00")));
        office.edit(deal, "\"expectedAmount\": 230000");
    }

    @Test
    void tellsNobodyByName() {
        long request = office.request(deal);
        for (String hidden : List.of("grade", "expectedAmount", "customerBudget")) {
            Viewer blind = office.blind(office.seller, hidden);
            for (String way : waysOut("grade", request)) {
                assertThat(text(office.as(office.seller), way))
                        .as(way)
                        .contains("Manager-")
                        .contains("\"" + office.manager + "\"");
                assertThat(text(blind, way))
                        .as(way + " without " + hidden)
                        .doesNotContain("Manager-", "总经理")
                        .doesNotContain("\"" + office.manager + "\"");
            }
        }
        assertThat(office.decide(office.manager, request, "APPROVED")).hasStatus(204);
        Viewer blind = office.blind(office.seller, "grade");
        assertThat(text(blind, "/api/approvals/" + request)).contains("审批人").doesNotContain("Manager-", "总经理");
    }

    /** By the same door as in lists: who decides is told of their own part. */
    @Test
    void tellsWhoIsAskedOfThemselves() {
        Viewer blind = office.blind(office.manager, "grade");
        assertThat(text(blind, "/api/approvals?box=TO_DO")).contains("\"" + office.manager + "\"");
        assertThat(text(blind, "/api/approvals/" + office.request(deal))).contains("Manager-");
    }

    /** A plan that goes by grade or amount tells them; one that is the same for all tells nothing. */
    @Test
    void goesByWhatThePlanGoesBy() {
        Viewer blind = office.blind(office.seller, "expectedAmount");
        String preview = "/api/approvals/preview?kind=abandonment&subject=" + deal;
        assertThat(text(blind, preview)).contains("Director-");
        office.plan("""
                [{"kind": "abandonment", "grades": ["MAJOR"],
                  "levels": [{"by": "ROLE", "role": "GENERAL_MANAGER", "mode": "ANY", "up": 0}]},
                 {"kind": "abandonment",
                  "levels": [{"by": "ROLE", "role": "CENTER_DIRECTOR", "mode": "ANY", "up": 0}]}]""");
        assertThat(text(office.as(office.seller), preview)).contains("Manager-");
        assertThat(text(blind, preview)).doesNotContain("Manager-", "总经理");
        assertThat(office.api(office.seller)
                        .post("/api/opportunities/" + deal + "/abandonment", "{\"reason\": \"没有预算\"}"))
                .hasStatus2xxSuccessful();
        long request = beans.getBean(Approvals.class)
                .pending("abandonment", deal)
                .orElseThrow()
                .requestId();
        for (String way : waysOut("abandonment", request)) {
            assertThat(text(blind, way)).as(way).doesNotContain("Manager-", "总经理");
        }
    }

    private List<String> waysOut(String kind, long request) {
        return List.of(
                "/api/approvals/" + request,
                "/api/approvals/of?recordType=opportunity&recordId=" + deal,
                "/api/approvals?box=MINE",
                "/api/approvals/preview?kind=" + kind + "&subject=" + deal);
    }

    private String text(Viewer viewer, String way) {
        return Api.of(http, viewer).read(way).toString();
    }
}
