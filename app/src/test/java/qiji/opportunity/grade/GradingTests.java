package qiji.opportunity.grade;

import static db.approval.Tables.TASK;
import static db.notification.Tables.NOTICE;
import static db.opportunity.Tables.GRADE_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static qiji.opportunity.grade.Grade.GENERAL;
import static qiji.opportunity.grade.Grade.MAJOR;
import static qiji.opportunity.grade.Grade.ORDINARY;
import static qiji.opportunity.grade.GradeState.AWAITING;
import static qiji.opportunity.grade.GradeState.CONFIRMED;
import static qiji.opportunity.grade.GradeState.RETURNED;
import static qiji.opportunity.grade.GradeState.UNSENT;
import static qiji.opportunity.grade.GradeState.WITHDRAWN;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.Viewer;
import qiji.opportunity.Opportunities;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** [D3 S18] Who confirms a grade, and what becomes of it. */
@ModuleTest
class GradingTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    DSLContext jooq;

    private GradeOffice office;
    private long deal;

    @BeforeEach
    void anOffice() {
        office = new GradeOffice(beans);
        deal = office.deal(row -> row.setExpectedAmount(GradeOffice.yuan("1000.00")));
    }

    @Test
    void raisesAtOnceAndAsksTheGeneralManager() { // [S18]
        assertThat(office.edit(deal, "\"expectedAmount\": 230000")).hasStatus(200);
        assertThat(office.standing(deal)).isEqualTo(new Standing(MAJOR, MAJOR, AWAITING, null));
        assertThat(asked(office.request(deal))).containsExactly(office.manager);
    }

    @Test
    void isReturnedCorrectedAndConfirmed() { // [S18]
        office.edit(deal, "\"expectedAmount\": 230000");
        assertThat(office.decide(office.manager, office.request(deal), "RETURNED"))
                .hasStatus(204);
        assertThat(office.standing(deal).state()).isEqualTo(RETURNED);
        assertThat(office.edit(deal, "\"expectedAmount\": 240000")).hasStatus(200);
        assertThat(office.standing(deal).state()).isEqualTo(AWAITING);
        int version = office.row(deal).getVersion();
        assertThat(office.decide(office.manager, office.request(deal), "APPROVED"))
                .hasStatus(204);
        assertThat(office.standing(deal)).isEqualTo(new Standing(MAJOR, null, CONFIRMED, MAJOR));
        assertThat(office.row(deal).getResponsibleLeaderId()).isEqualTo(office.manager);
        assertThat(office.row(deal).getVersion()).as("an open form stays fresh").isEqualTo(version);
        assertThat(office.row(deal).getCityReport()).isEqualTo("DUE");
    }

    @Test
    void keepsTheHigherGradeUntilTheLowerOneIsConfirmed() { // [S18]
        confirmed("230000");
        office.edit(deal, "\"expectedAmount\": 30000");
        assertThat(office.standing(deal)).isEqualTo(new Standing(MAJOR, ORDINARY, AWAITING, MAJOR));
        assertThat(asked(office.request(deal))).containsExactly(office.manager);
        office.decide(office.manager, office.request(deal), "APPROVED");
        assertThat(office.standing(deal)).isEqualTo(new Standing(ORDINARY, null, CONFIRMED, ORDINARY));
        assertThat(office.row(deal).getResponsibleLeaderId())
                .as("普通 is followed by the director")
                .isEqualTo(office.director);
        assertThat(steps()).containsExactly("CONFIRMED", "LOWERING", "CONFIRMED");
    }

    @Test
    void sendsAnewWhatIsOvertaken() {
        office.edit(deal, "\"expectedAmount\": 230000");
        long first = office.request(deal);
        office.edit(deal, "\"expectedAmount\": 250000");
        assertThat(office.request(deal)).isNotEqualTo(first);
        assertThat(office.decide(office.manager, first, "APPROVED")).hasStatus(409);
        office.edit(deal, "\"nextStep\": \"拜访\"");
        assertThat(office.standing(deal).state()).isEqualTo(AWAITING);
    }

    @Test
    void neverPassesSilentlyWhereNobodyIs() {
        office.dismiss(office.manager);
        office.edit(deal, "\"expectedAmount\": 230000");
        assertThat(office.standing(deal).state()).isEqualTo(UNSENT);
        JsonNode view = office.api(office.seller).read("/api/opportunities/{id}/grade", deal);
        assertThat(view.path("missing").path(0).asString()).contains("分公司经理");
        assertThat(office.api(office.seller).post("/api/opportunities/" + deal + "/grade/confirmation", "{}"))
                .hasStatus(409)
                .bodyText()
                .contains("approval-level-empty");
        office.hold(office.manager, "GENERAL_MANAGER");
        assertThat(office.api(office.seller).post("/api/opportunities/" + deal + "/grade/confirmation", "{}"))
                .hasStatus(204);
        assertThat(office.standing(deal).state()).isEqualTo(AWAITING);
    }

    @Test
    void isWithdrawnAndSentByHand() {
        office.edit(deal, "\"expectedAmount\": 30000");
        String path = "/api/opportunities/" + deal + "/grade/confirmation";
        assertThat(office.api(office.director).delete(path)).hasStatus(403);
        assertThat(office.api(office.seller).delete(path)).hasStatus(204);
        assertThat(office.standing(deal).state()).isEqualTo(WITHDRAWN);
        assertThat(office.isAsked(deal)).isFalse();
        assertThat(office.api(office.seller).delete(path)).hasStatus(409);
        assertThat(office.api(office.seller).post(path, "{\"note\": \"再审一次\"}")).hasStatus(204);
        assertThat(asked(office.request(deal))).containsExactly(office.director);
        office.decide(office.director, office.request(deal), "APPROVED");
        assertThat(office.api(office.seller).post(path, "{}")).hasStatus(409);
    }

    @Test
    void waitsForNobodyOnceItIsClosed() {
        office.edit(deal, "\"expectedAmount\": 230000");
        assertThat(office.api(office.seller)
                        .post(
                                "/api/opportunities/" + deal + "/invalidation",
                                "{\"cause\": \"DUPLICATE\", \"explanation\": \"重复\"}"))
                .hasStatus(200);
        assertThat(office.isAsked(deal)).isFalse();
        assertThat(office.standing(deal).state()).isEqualTo(WITHDRAWN);
        assertThat(office.api(office.seller).post("/api/opportunities/" + deal + "/reopening", "{\"reason\": \"误判\"}"))
                .hasStatus(200);
        assertThat(office.standing(deal)).isEqualTo(new Standing(MAJOR, MAJOR, AWAITING, null));
    }

    @Test
    void isJudgedAnewOnceItIsBack() { // its amount may have changed, and the rule, while nothing was judged
        confirmed("230000");
        office.api(office.seller)
                .post(
                        "/api/opportunities/" + deal + "/invalidation",
                        "{\"cause\": \"DUPLICATE\", \"explanation\": \"重复\"}");
        office.publish(office.branch, 900_000, GradeRule.shipped().confirmedBy());
        assertThat(office.api(office.seller).post("/api/opportunities/" + deal + "/reopening", "{\"reason\": \"误判\"}"))
                .hasStatus(200);
        assertThat(office.standing(deal)).isEqualTo(new Standing(MAJOR, Grade.IMPORTANT, AWAITING, MAJOR));
    }

    @Test
    void countsLines() { // [D3] ≥ 5 lines below 20,000 is treated as 普通
        office.edit(deal, "\"lineCount\": 5");
        assertThat(office.standing(deal).grade()).isEqualTo(ORDINARY);
    }

    @Test
    void sendsANewOneOnceItIsCommitted() {
        long made = office.api(office.seller)
                .create("/api/opportunities", "{\"name\": \"新商机\", \"expectedAmount\": 60000}");
        assertThat(office.standing(made).state()).isEqualTo(UNSENT);
        beans.getBean(Grades.class).sendDue(made, office.as(office.seller));
        assertThat(asked(office.request(made))).containsExactly(office.deputy);
        long plain =
                office.api(office.seller).create("/api/opportunities", "{\"name\": \"小\", \"expectedAmount\": 100}");
        assertThat(office.standing(plain)).isEqualTo(new Standing(GENERAL, null, CONFIRMED, GENERAL));
    }

    @Test
    void takesThePastAsItIsAndRegradesTheRest() { // for those that were there before there were grades
        long old = office.deal(row -> row.setExpectedAmount(GradeOffice.yuan("230000.00")));
        GradeSweep sweep = beans.getBean(GradeSweep.class);
        jooq.execute("update opportunity.grading set rules = '', last_id = " + (deal - 1));
        jooq.execute("update opportunity.grading set rules = ''");
        while (sweep.step(Viewer.system("grading")) > 0) {
            assertThat(sweep.isDue()).isTrue();
        }
        assertThat(office.standing(old)).isEqualTo(new Standing(MAJOR, null, CONFIRMED, MAJOR));
        assertThat(sweep.isDue()).isFalse();
        office.publish(office.branch, 150_000, GradeRule.shipped().confirmedBy());
        assertThat(sweep.isDue()).isTrue();
        long raised = office.deal(row -> {
            row.setExpectedAmount(GradeOffice.yuan("160000.00"));
            row.setGrade("IMPORTANT");
            row.setGradeState("CONFIRMED");
            row.setGradeConfirmed("IMPORTANT");
        });
        while (sweep.step(Viewer.system("grading")) > 0) {
            assertThat(sweep.isDue()).isTrue();
        }
        assertThat(office.standing(raised)).isEqualTo(new Standing(MAJOR, MAJOR, UNSENT, Grade.IMPORTANT));
        sweep.sendUnsent(_ -> {}, Viewer.system("grading"));
        assertThat(office.standing(raised).state()).isEqualTo(AWAITING);
    }

    @Test
    void tellsTheDirectorWhomTheLowerGradeMakesItsLeader() {
        confirmed("230000");
        office.edit(deal, "\"expectedAmount\": 30000");
        office.decide(office.manager, office.request(deal), "APPROVED");
        assertThat(jooq.fetchCount(NOTICE, NOTICE.USER_ID.eq(office.director), NOTICE.KIND.eq("opportunity.leads")))
                .isEqualTo(1);
        assertThat(jooq.fetchCount(NOTICE, NOTICE.USER_ID.eq(office.manager), NOTICE.KIND.eq("opportunity.leads")))
                .as("who decided knows it")
                .isZero();
    }

    @Test
    void asksNobodyAboutWhatAFileSaysOfThePast() { // X3
        Opportunities opportunities = beans.getBean(Opportunities.class);
        JsonMapper json = beans.getBean(JsonMapper.class);
        Viewer importer =
                SampleData.viewer(office.seller, "opportunity:read", "opportunity:edit", "opportunity:import");
        List<Long> ids = opportunities.load(
                List.of(json.readTree("""
                                {"name": "赢了的", "status": "WON", "closedOn": "2025-03-01", "openedOn": "2025-01-01",
                                 "wonAmount": 300000, "expectedAmount": 300000}"""), json.readTree("{\"name\": \"还开着的\", \"expectedAmount\": 300000}")),
                importer);
        assertThat(office.standing(ids.getFirst())).isEqualTo(new Standing(MAJOR, null, CONFIRMED, MAJOR));
        assertThat(office.standing(ids.getLast())).isEqualTo(new Standing(MAJOR, MAJOR, UNSENT, null));
        beans.getBean(Grades.class).sendDue(ids.getLast(), importer);
        assertThat(office.isAsked(ids.getLast())).isTrue();
        opportunities.unload(ids.getLast(), importer);
        assertThat(office.isAsked(ids.getLast()))
                .as("a question alone holds no import back")
                .isFalse();
    }

    private void confirmed(String amount) {
        office.edit(deal, "\"expectedAmount\": " + amount);
        office.decide(office.manager, office.request(deal), "APPROVED");
    }

    private List<Long> asked(long request) {
        return jooq.select(TASK.USER_ID)
                .from(TASK)
                .where(TASK.REQUEST_ID.eq(request))
                .and(TASK.STATE.eq("OPEN"))
                .orderBy(TASK.USER_ID)
                .fetch(TASK.USER_ID);
    }

    private List<String> steps() {
        return jooq.select(GRADE_EVENT.KIND)
                .from(GRADE_EVENT)
                .where(GRADE_EVENT.OPPORTUNITY_ID.eq(deal))
                .orderBy(GRADE_EVENT.ID)
                .fetch(GRADE_EVENT.KIND);
    }
}
