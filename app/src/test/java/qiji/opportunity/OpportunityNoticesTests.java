package qiji.opportunity;

import static db.notification.Tables.NOTICE;
import static db.organization.Tables.APP_USER;
import static db.organization.Tables.DEPARTMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.move.OpportunityMoves;
import qiji.opportunity.move.WakingUp;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** Whom an opportunity concerns is told so, except of what they did themselves. [D8 D12] */
@ModuleTest
class OpportunityNoticesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext jooq;

    @Autowired
    SampleData sample;

    @Autowired
    Writing writing;

    @Autowired
    OpportunityMoves moves;

    @Autowired
    WakingUp wakingUp;

    @Autowired
    ApplicationContext beans;

    private SampleOpportunities opportunities;
    private long department;
    private long owner;
    private long other;
    private Viewer manager;
    private Api api;

    @BeforeEach
    void peopleOfADepartment() {
        opportunities = new SampleOpportunities(beans);
        department = sample.department("East");
        owner = sample.user("Han Meimei", department);
        other = sample.user("Li Lei", department);
        manager = SampleData.viewer(sample.user("Zhang Wei"), SampleOpportunities.EVERY_RIGHT);
        api = Api.of(mvc, manager);
    }

    @Test
    void tellsWhomItIsGivenTo() {
        long id = opportunities.opportunity(owner);
        assertThat(api.put(
                        "/api/opportunities/" + id + "/owner",
                        "{\"ownerId\": \"%d\", \"reason\": \"moves\"}".formatted(other)))
                .hasStatusOk();
        assertThat(told(other)).containsExactly("opportunity.given");
        assertThat(told(owner)).isEmpty();
        var read = Api.of(mvc, SampleData.viewer(other, "opportunity:read")).read("/api/notices");
        assertThat(read.path("rows").path(0).path("text").asString())
                .startsWith(manager.name())
                .contains(opportunities.row(id).getName());
    }

    @Test
    void tellsNobodyOfWhatTheyDidThemselves() {
        long id = opportunities.opportunity(owner);
        assertThat(api.put(
                        "/api/opportunities/" + id + "/owner",
                        "{\"ownerId\": \"%d\", \"reason\": \"mine\"}".formatted(manager.userId())))
                .hasStatusOk();
        assertThat(told(manager.userId())).isEmpty();
    }

    @Test
    void tellsWhoComesOnTheTeamOnce() {
        long id = opportunities.opportunity(owner);
        String body = "{\"userId\": \"%d\", \"role\": \"%s\"}";
        api.post("/api/opportunities/" + id + "/team", body.formatted(other, "SALES"));
        api.post("/api/opportunities/" + id + "/team", body.formatted(other, "READER"));
        assertThat(told(other)).containsExactly("opportunity.joined");
        var read = Api.of(mvc, SampleData.viewer(other, "opportunity:read")).read("/api/notices");
        assertThat(read.path("rows").path(0).path("text").asString()).endsWith("销售");
    }

    @Test
    void tellsTheOwnerOfWhatWokeUp() {
        long id = deferred();
        wakingUp.wakeUp();
        assertThat(told(owner)).containsExactly("opportunity.awake");
        for (String told : List.of("history", "timeline")) {
            assertThat(api.read("/api/opportunities/%d/%s".formatted(id, told)).findValuesAsString("reason"))
                    .contains("到了唤醒日期")
                    .doesNotContain("wake-up date reached");
        }
    }

    @Test
    void givesWhatWokeUpWithoutAnOwnerToTheNearestLeader() {
        long above = department;
        department = sample.department("Harbour", above);
        long id = deferred();
        writing.by(Viewer.system("test"));
        jooq.update(DEPARTMENT)
                .set(DEPARTMENT.LEADER_ID, other)
                .where(DEPARTMENT.ID.eq(above))
                .execute();
        jooq.update(APP_USER)
                .set(APP_USER.STATE, "INACTIVE")
                .where(APP_USER.ID.eq(owner))
                .execute();
        wakingUp.wakeUp();
        assertThat(told(other)).containsExactly("opportunity.awake-alone");
        assertThat(opportunities.row(id).getOwnerId()).isEqualTo(other);
        assertThat(opportunities.row(id).getDepartmentId()).isEqualTo(above);
        assertThat(told(owner)).isEmpty();
    }

    private long deferred() {
        long id = opportunities.opportunity(owner, row -> row.setDepartmentId(department));
        moves.defer(id, LocalDate.now(Time.ZONE).plusDays(1), "budget next year", null, manager);
        writing.by(Viewer.system("test"));
        jooq.update(db.opportunity.Tables.OPPORTUNITY)
                .set(db.opportunity.Tables.OPPORTUNITY.WAKE_UP_ON, LocalDate.now(Time.ZONE))
                .where(db.opportunity.Tables.OPPORTUNITY.ID.eq(id))
                .execute();
        return id;
    }

    private List<String> told(long user) {
        return jooq.fetchValues(NOTICE.KIND, NOTICE.USER_ID.eq(user));
    }
}
