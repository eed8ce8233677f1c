package qiji.approval;

import static db.approval.Tables.EVENT;
import static db.approval.Tables.REQUEST;
import static db.notification.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.viewer;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.HandsOver;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.move.Endings;
import qiji.testing.Api;
import qiji.testing.ModuleTest;

/** Nobody decides their own, whenever it became theirs; and no level passes by that. [D9] */
@ModuleTest
class OwnerChangedTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    private Office office;

    @BeforeEach
    void anOffice() {
        office = new Office(beans);
    }

    @Test
    void leavesItToTheOthersOfTheLevel() {
        long request = office.ask();
        assertThat(toDo(office.director)).isOne();
        office.give(office.director);
        assertThat(toDo(office.director)).isZero();
        assertThat(toDo(office.other)).isOne();
        assertThat(office.asked(request)).containsExactly(office.other);
        assertThat(decide(office.director, request)).hasStatus(403);
        assertThat(may(office.director, request, "decide")).isFalse();
        assertThat(may(office.director, request, "withdraw"))
                .as("it is theirs now")
                .isTrue();
        assertThat(trail(request)).containsExactly("SENT", "GAVE_WAY");
        assertThat(decide(office.other, request)).hasStatus(204);
        assertThat(office.status()).isEqualTo("ABANDONED");
    }

    /** As it would have been asked of the role above, had it been theirs when it was sent. */
    @Test
    void asksWhoStandsAboveWhereNobodyElseIsThere() {
        office.dismiss(office.other);
        long request = office.ask();
        assertThat(office.asked(request)).containsExactly(office.director);
        office.give(office.director);
        assertThat(office.asked(request)).containsExactly(office.manager);
        assertThat(told(office.manager)).contains("approval.asked");
        assertThat(decide(office.director, request)).hasStatus(403);
        assertThat(decide(office.manager, request)).hasStatus(204);
    }

    @Test
    void neverPassesALevelThatHasNobodyElse() {
        office.plan("[" + level("CENTER_DIRECTOR", "ANY") + "]");
        office.dismiss(office.other);
        long request = office.ask();
        office.give(office.director);
        assertThat(office.status()).isEqualTo("OPEN");
        assertThat(office.asked(request)).containsExactly(office.director);
        assertThat(decide(office.director, request)).hasStatus(403).bodyText().contains("approval-own");
        assertThat(told(office.director)).contains("approval.own");
        assertThat(trail(request)).containsExactly("SENT", "HELD_UP");
        assertThat(post(office.director, request, "transfer", "{\"userId\": %d}".formatted(office.manager)))
                .hasStatus(204);
        assertThat(decide(office.manager, request)).hasStatus(204);
        assertThat(office.status()).isEqualTo("ABANDONED");
    }

    /** One who has approved already stays counted, but does not decide alone for one who had to as well. */
    @Test
    void doesNotCountTheOneWhoLeftAsHavingApproved() {
        office.plan("[" + level("CENTER_DIRECTOR", "ALL") + "," + level("GENERAL_MANAGER", "ANY") + "]");
        long request = office.ask();
        assertThat(decide(office.other, request)).hasStatus(204);
        office.give(office.director);
        assertThat(office.asked(request)).as("still theirs to hand on").containsExactly(office.director);
        office.give(office.seller);
        assertThat(decide(office.director, request)).as("not theirs any more").hasStatus(204);
        assertThat(office.asked(request)).containsExactly(office.manager);
    }

    @Test
    void asksTheNextInTurn() {
        office.plan("[" + level("CENTER_DIRECTOR", "TURN") + "," + level("GENERAL_MANAGER", "ANY") + "]");
        long request = office.ask();
        assertThat(office.asked(request)).containsExactly(office.director);
        office.give(office.director);
        assertThat(office.asked(request)).containsExactly(office.other);
        assertThat(decide(office.other, request)).hasStatus(204);
        assertThat(office.asked(request)).containsExactly(office.manager);
    }

    /** Of a level that is not reached yet as well. */
    @Test
    void looksAtLaterLevelsToo() {
        office.plan("[" + level("GENERAL_MANAGER", "ANY") + "," + level("CENTER_DIRECTOR", "ANY") + "]");
        long request = office.ask();
        office.give(office.director);
        assertThat(decide(office.manager, request)).hasStatus(204);
        assertThat(office.asked(request)).containsExactly(office.other);
    }

    @Test
    void letsTheFormerOwnerDecideAgain() {
        Viewer leader = viewer(office.manager, "opportunity:read", "opportunity:edit", "opportunity:abandon");
        beans.getBean(Endings.class).abandon(office.deal, "没有预算", null, leader);
        long request = beans.getBean(Approvals.class)
                .pending("abandonment", office.deal)
                .orElseThrow()
                .requestId();
        office.hold(office.seller, "CENTER_DIRECTOR"); // who may decide, were it not theirs
        String toSeller = "{\"userId\": %d}".formatted(office.seller);
        assertThat(post(office.director, request, "transfer", toSeller))
                .hasStatus(400)
                .bodyText()
                .contains("own");
        office.give(office.other);
        assertThat(office.asked(request)).containsExactly(office.director);
        assertThat(post(office.director, request, "transfer", toSeller)).hasStatus(204);
        assertThat(toDo(office.seller)).isOne();
        assertThat(decide(office.seller, request)).hasStatus(204);
        assertThat(office.status()).isEqualTo("ABANDONED");
    }

    /** All that a leaver had becomes the heir's at once, and what the leaver was asked as well. [A1] */
    @Test
    void followsAHandOver() {
        long request = office.ask();
        handOver("ownedOpportunities", office.seller);
        assertThat(office.asked(request)).containsExactly(office.other);
        assertThat(jooq.fetchValue(REQUEST.OWNER_ID, REQUEST.ID.eq(request))).isEqualTo(office.director);
        handOver("openApprovals", office.other);
        assertThat(office.asked(request)).as("the role above").containsExactly(office.manager);
        assertThat(toDo(office.director)).isZero();
    }

    private void handOver(String what, long from) {
        Viewer system = Viewer.system("test");
        beans.getBean(Writing.class).by(system);
        var heir = new HandsOver.Heir(office.director, office.centre);
        assertThat(beans.getBean(what, HandsOver.class).handOver(from, heir, system))
                .isOne();
    }

    private static String level(String role, String mode) {
        return "{\"by\": \"ROLE\", \"role\": \"%s\", \"mode\": \"%s\", \"up\": 0, \"days\": 2}".formatted(role, mode);
    }

    private int toDo(long user) {
        Api api = api(user);
        int counted = api.read("/api/approvals/counts").path("toDo").asInt();
        assertThat(api.read("/api/approvals?box=TO_DO").path("rows").size()).isEqualTo(counted);
        return counted;
    }

    private boolean may(long user, long request, String verb) {
        return api(user)
                .read("/api/approvals/" + request)
                .path("may")
                .path(verb)
                .asBoolean();
    }

    private List<String> told(long user) {
        return jooq.select(NOTICE.KIND)
                .from(NOTICE)
                .where(NOTICE.USER_ID.eq(user))
                .fetch(NOTICE.KIND);
    }

    private List<String> trail(long request) {
        return jooq.select(EVENT.KIND)
                .from(EVENT)
                .where(EVENT.REQUEST_ID.eq(request))
                .orderBy(EVENT.ID)
                .fetch(EVENT.KIND);
    }

    private MvcTestResult decide(long user, long request) {
        return post(user, request, "decision", "{\"outcome\": \"APPROVED\"}");
    }

    private MvcTestResult post(long user, long request, String verb, String body) {
        return api(user).post("/api/approvals/" + request + "/" + verb, body);
    }

    private Api api(long user) {
        return Api.of(http, office.as(user));
    }
}
