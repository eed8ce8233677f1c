package qiji.approval;

import static db.approval.Tables.EVENT;
import static db.approval.Tables.TASK;
import static db.opportunity.Tables.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Who is asked, what they may do, and what is kept of it. [D9 D12] */
@ModuleTest
class ApprovalsTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    @Autowired
    Escalations escalations;

    private Office office;

    @BeforeEach
    void anOffice() {
        office = new Office(beans);
    }

    @Test
    void showsTheChainBeforeItIsSent() {
        JsonNode chain = api(office.seller).read("/api/approvals/preview?kind=abandonment&subject={id}", office.deal);
        assertThat(chain.path("complete").asBoolean()).isTrue();
        assertThat(chain.at("/levels/0/rule").asString()).startsWith("政企中心主任（政企中心");
        assertThat(chain.at("/levels/0/people").findValuesAsString("id"))
                .containsExactly(Long.toString(office.director), Long.toString(office.other));
        assertThat(api(office.director).get("/api/approvals/preview?kind=abandonment&subject={id}", office.deal))
                .hasStatus(404);
    }

    @Test
    void abandonsOnceApproved() {
        long request = office.ask();
        assertThat(office.status()).isEqualTo("OPEN");
        assertThat(api(office.seller)
                        .post("/api/opportunities/" + office.deal + "/abandonment", "{\"reason\": \"again\"}"))
                .hasStatus(409)
                .bodyText()
                .contains("approval-pending");
        assertThat(decide(office.director, request, "APPROVED", null)).hasStatus(204);
        assertThat(office.status()).isEqualTo("ABANDONED");
        assertThat(jooq.fetchValue(OPPORTUNITY.CLOSING_NOTE, OPPORTUNITY.ID.eq(office.deal)))
                .isEqualTo("没有预算");
        assertThat(trail(request)).containsExactly("SENT", "APPROVED");
        assertThat(decide(office.other, request, "APPROVED", null))
                .hasStatus(409)
                .bodyText()
                .contains("approval-closed");
    }

    @Test
    void staysOpenWithTheReasonToldIfReturned() {
        long request = office.ask();
        assertThat(decide(office.director, request, "RETURNED", " ")).hasStatus(400);
        assertThat(decide(office.director, request, "RETURNED", "再联系一次")).hasStatus(204);
        assertThat(office.status()).isEqualTo("OPEN");
        JsonNode page = api(office.seller).read("/api/approvals/" + request);
        assertThat(page.at("/request/state").asString()).isEqualTo("RETURNED");
        assertThat(page.path("events").findValuesAsString("comment")).contains("再联系一次");
        assertThat(office.ask()).isGreaterThan(request);
    }

    /** An empty level is never silently passed, and what is one's own is decided by who stands above. */
    @Test
    void refusesALevelWithoutPeopleByName() {
        office.dismiss(office.director);
        office.dismiss(office.other);
        var answer =
                api(office.seller).post("/api/opportunities/" + office.deal + "/abandonment", "{\"reason\": \"x\"}");
        assertThat(answer).hasStatus(409).bodyText().contains("approval-level-empty", "政企中心主任", "政企中心-");
        JsonNode chain = api(office.seller).read("/api/approvals/preview?kind=abandonment&subject={id}", office.deal);
        assertThat(chain.path("complete").asBoolean()).isFalse();
        assertThat(chain.at("/levels/0/missing").asString()).contains("政企中心主任");
        office.hold(office.seller, "CENTER_DIRECTOR");
        assertThat(office.asked(office.ask())).containsExactly(office.manager);
    }

    @Test
    void isNeverDecidedByWhoseItIs() {
        long request = office.ask();
        assertThat(decide(office.seller, request, "APPROVED", null)).hasStatus(403);
        writing.by(Viewer.system("test"));
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.OWNER_ID, office.director)
                .where(OPPORTUNITY.ID.eq(office.deal))
                .execute();
        assertThat(decide(office.director, request, "APPROVED", null))
                .hasStatus(403)
                .bodyText()
                .contains("approval-own");
        assertThat(send(office.director, request, "transfer", "{\"userId\": %d}".formatted(office.seller)))
                .hasStatus(400);
        assertThat(decide(office.other, request, "APPROVED", null)).hasStatus(204);
    }

    @Test
    void isWithdrawnRemindedTransferredAndWidened() {
        long request = office.ask();
        assertThat(send(office.seller, request, "reminder", "")).hasStatus(204);
        assertThat(send(office.seller, request, "reminder", "")).hasStatus(409);
        assertThat(send(office.director, request, "reminder", "")).hasStatus(403);
        assertThat(send(office.director, request, "transfer", "{\"userId\": %d}".formatted(office.manager)))
                .hasStatus(204);
        assertThat(office.asked(request)).containsExactly(office.other, office.manager);
        assertThat(decide(office.director, request, "APPROVED", null)).hasStatus(403);
        long expert = beans.getBean(SampleData.class).user("Expert");
        assertThat(send(office.other, request, "approvers", "{\"userId\": %d}".formatted(expert)))
                .as("may not decide")
                .hasStatus(400);
        office.hold(expert, "CENTER_DIRECTOR");
        assertThat(send(office.other, request, "approvers", "{\"userId\": %d}".formatted(expert)))
                .hasStatus(204);
        assertThat(decide(office.other, request, "APPROVED", null)).hasStatus(204);
        assertThat(office.status()).isEqualTo("OPEN"); // who was added has to approve as well
        assertThat(office.asked(request)).containsExactly(expert);
        assertThat(send(office.manager, request, "withdrawal", "{}")).hasStatus(403);
        assertThat(send(office.seller, request, "withdrawal", "{\"comment\": \"还是跟\"}"))
                .hasStatus(204);
        assertThat(trail(request)).containsExactly("SENT", "REMINDED", "TRANSFERRED", "ADDED", "APPROVED", "WITHDRAWN");
        assertThat(office.asked(request)).isEmpty();
    }

    @Test
    void isNotHandedOnByWhoStandsInButAskedForIt() {
        assertThat(api(office.director)
                        .post(
                                "/api/me/absences",
                                "{\"from\": \"2026-01-01\", \"to\": \"2199-01-01\", \"delegateId\": %d}"
                                        .formatted(office.seller)))
                .hasStatus(201);
        long request = office.ask();
        String friend = "{\"userId\": %d}".formatted(office.manager);
        assertThat(send(office.seller, request, "transfer", friend)).hasStatus(403);
        assertThat(send(office.seller, request, "approvers", friend)).hasStatus(403);
        assertThat(office.asked(request)).containsExactly(office.director, office.other);
    }

    @Test
    void handsOnOnesOwnTaskBeforeThatOfWhomOneStandsInFor() {
        assertThat(api(office.director)
                        .post(
                                "/api/me/absences",
                                "{\"from\": \"2026-01-01\", \"to\": \"2199-01-01\", \"delegateId\": %d}"
                                        .formatted(office.other)))
                .hasStatus(201);
        long request = office.ask();
        assertThat(send(office.other, request, "transfer", "{\"userId\": %d}".formatted(office.manager)))
                .hasStatus(204);
        assertThat(office.asked(request)).containsExactly(office.director, office.manager);
    }

    @Test
    void refusesNothingAmongMany() {
        assertThat(api(office.director)
                        .post("/api/approvals/decisions", "{\"ids\": [null], \"outcome\": \"APPROVED\"}"))
                .hasStatus(400);
    }

    @Test
    void isDecidedByWhoStandsInForTheAbsent() {
        long standIn = beans.getBean(SampleData.class).user("Stand-in");
        assertThat(api(office.director)
                        .post(
                                "/api/me/absences",
                                "{\"from\": \"2026-01-01\", \"to\": \"2199-01-01\", \"delegateId\": %d}"
                                        .formatted(standIn)))
                .hasStatus(201);
        long request = office.ask();
        assertThat(api(standIn).read("/api/approvals/counts").path("toDo").asInt())
                .isEqualTo(1);
        assertThat(api(standIn).get("/api/opportunities/" + office.deal)).hasStatusOk();
        assertThat(api(office.seller)
                        .read("/api/approvals/" + request)
                        .at("/steps/0/tasks/0/user/standIn/id")
                        .asLong())
                .as("who may decide in the place of the absent is told")
                .isEqualTo(standIn);
        assertThat(api(standIn).read("/api/approvals?box=TO_DO").toString()).contains("Stand-in");
        assertThat(decide(standIn, request, "APPROVED", null)).hasStatus(204);
        assertThat(office.status()).isEqualTo("ABANDONED");
        JsonNode page = api(office.seller).read("/api/approvals/" + request);
        assertThat(page.at("/events/1/user/id").asLong()).isEqualTo(office.director);
        assertThat(page.at("/events/1/by/id").asLong()).isEqualTo(standIn);
    }

    @Test
    void escalatesWhatIsOverdueOnce() {
        long request = office.ask();
        writing.by(Viewer.system("test"));
        jooq.execute("update organization.app_user set manager_id = %d where id in (%d, %d)"
                .formatted(office.manager, office.director, office.other));
        jooq.update(TASK)
                .set(TASK.DUE_AT, Instant.now().minusSeconds(60))
                .where(TASK.REQUEST_ID.eq(request))
                .and(TASK.USER_ID.eq(office.director))
                .execute();
        escalations.escalate();
        escalations.escalate();
        assertThat(office.asked(request)).containsExactly(office.director, office.other, office.manager);
        assertThat(trail(request)).containsExactly("SENT", "ESCALATED");
        assertThat(decide(office.manager, request, "APPROVED", null)).hasStatus(204);
        assertThat(office.asked(request)).isEmpty();
    }

    @Test
    void countsAndDecidesManyAtOnce() {
        long first = office.ask();
        office.deal = office.deal();
        long second = office.ask();
        assertThat(decide(office.other, first, "APPROVED", null)).hasStatus(204);
        Api director = api(office.director);
        assertThat(director.read("/api/approvals/counts").toString()).isEqualTo("{\"toDo\":1,\"done\":0,\"mine\":0}");
        JsonNode answer = Api.body(director.post(
                "/api/approvals/decisions", "{\"ids\": [%d, %d], \"outcome\": \"APPROVED\"}".formatted(first, second)));
        assertThat(answer.at("/0/refused").asString()).isEqualTo("审批已经结束");
        assertThat(answer.at("/1/refused").isNull()).isTrue();
        assertThat(office.status()).isEqualTo("ABANDONED");
        assertThat(director.read("/api/approvals/counts").path("done").asInt()).isEqualTo(1);
        assertThat(api(office.seller)
                        .read("/api/approvals?box=MINE")
                        .path("rows")
                        .size())
                .isEqualTo(2);
        JsonNode done = director.read("/api/approvals?box=DONE").path("rows");
        assertThat(done.size()).isEqualTo(1);
        assertThat(done.at("/0/id").asLong()).isEqualTo(second);
    }

    @Test
    void endsWithWhatOvertakesIt() {
        long request = office.ask();
        assertThat(api(office.seller)
                        .post("/api/opportunities/" + office.deal + "/invalidation", "{\"cause\": \"DUPLICATE\"}"))
                .hasStatusOk();
        assertThat(trail(request)).containsExactly("SENT", "WITHDRAWN");
        assertThat(decide(office.director, request, "APPROVED", null)).hasStatus(409);
        assertThat(office.status()).isEqualTo("INVALID");
    }

    private List<String> trail(long request) {
        return jooq.select(EVENT.KIND)
                .from(EVENT)
                .where(EVENT.REQUEST_ID.eq(request))
                .orderBy(EVENT.ID)
                .fetch(EVENT.KIND);
    }

    private Api api(long user) {
        return Api.of(http, office.as(user));
    }

    private MvcTestResult decide(long user, long request, String outcome, @Nullable String comment) {
        return send(
                user,
                request,
                "decision",
                "{\"outcome\": \"%s\", \"comment\": %s}"
                        .formatted(outcome, comment == null ? "null" : "\"" + comment + "\""));
    }

    private MvcTestResult send(long user, long request, String verb, String body) {
        return api(user).post("/api/approvals/" + request + "/" + verb, body);
    }
}
