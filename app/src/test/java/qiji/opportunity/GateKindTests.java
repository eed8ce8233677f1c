package qiji.opportunity;

import static db.approval.Tables.REQUEST;
import static db.collaboration.Tables.FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static qiji.testing.SampleData.viewer;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
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
import qiji.access.Writing;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.approval.Decisions;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Gates that ask for evidence, a recent follow-up and approval; what may be waived, and who is counted for it. */
@ModuleTest
@DisplayName("[D5] gate kinds and waivers")
class GateKindTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    SampleData sample;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    private SampleOpportunities opportunities;
    private Api seller;
    private Viewer leader;
    private long owner;
    private long id;
    private String path = "";

    @BeforeEach
    void someone() {
        opportunities = new SampleOpportunities(beans);
        owner = sample.user("Li Lei");
        seller = Api.of(mvc, viewer(owner, rights("activity:create", "approval:decide")));
        leader = viewer(sample.user("Boss"), rights("opportunity:waive-gate"));
        opportunities.demand("""
                {"requiredFields": ["customer"], "verificationRequired": true, "approvalRequired": true,
                 "recentActivity": {"days": 7, "kind": "VISIT"}}""");
        id = seller.create("/api/opportunities", "{\"name\": \"One\"}");
        path = "/api/opportunities/" + id;
    }

    private static String[] rights(String... more) {
        return Stream.concat(Stream.of(SampleOpportunities.EVERY_RIGHT), Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void tellsEverythingAtOnceAndTakesItWhenMended() {
        opportunities.director();
        assertThat(missing()).isEqualTo("FIELD required, EVIDENCE unproven, ACTIVITY stale, APPROVAL unapproved");

        assertThat(seller.patch(path, "{\"customer\": \"%d\"}".formatted(opportunities.customer())))
                .hasStatusOk();
        long first = opportunities.process().first().key();
        long file = file("anything.docx");
        assertThat(seller.post(path + "/evidence", "{\"stageId\": \"%d\", \"fileId\": \"%d\"}".formatted(first, file)))
                .hasStatus2xxSuccessful();
        assertThat(missing()).isEqualTo("ACTIVITY stale, APPROVAL unapproved");
        seller.create("/api/activities", """
                {"kind": "CALL", "subject": "Rang up", "outcome": "They call back", "happenedAt": "%s", "recordType": "opportunity", "recordId": "%d"}""".formatted(Instant.now(), id));
        assertThat(missing()).as("of another kind").isEqualTo("ACTIVITY stale, APPROVAL unapproved");
        seller.create("/api/activities", """
                {"kind": "VISIT", "subject": "Was there", "outcome": "They want it", "happenedAt": "%s", "recordType": "opportunity", "recordId": "%d"}""".formatted(Instant.now(), id));
        assertThat(missing()).isEqualTo("APPROVAL unapproved");

        assertThat(seller.post(path + "/gate-approvals", stage())).hasStatus2xxSuccessful();
        assertThat(missing()).isEqualTo("APPROVAL pending");
        assertThat(seller.post(path + "/gate-approvals", stage())).hasStatus(CONFLICT);
        approve();
        assertThat(seller.put(path + "/stage", stage())).hasStatusOk();

        assertThat(seller.put(path + "/stage", "{\"stageId\": \"%d\", \"reason\": \"too early\"}".formatted(first)))
                .hasStatusOk();
        assertThat(missing()).as("it was used up").isEqualTo("APPROVAL unapproved");
    }

    @Test
    void isAskedNoMoreOnceTheOpportunityIsAbandoned() {
        opportunities.director();
        assertThat(seller.post(path + "/gate-approvals", stage())).hasStatus2xxSuccessful();
        assertThat(seller.post(path + "/abandonment", "{\"reason\": \"no money\"}"))
                .hasStatusOk();
        opportunities.approve(id);
        assertThat(opportunities.row(id).getStatus()).isEqualTo("ABANDONED");
        assertThat(jooq.fetch("select state from approval.request where kind = 'stage-gate' and record_id = " + id)
                        .getValues(0, String.class))
                .containsExactly("WITHDRAWN");
    }

    @Test
    void asksForAScore() {
        opportunities.demand("{\"minimumScore\": 60}");
        assertThat(seller.post(path + "/newest-edition", "{}")).hasStatusOk();
        assertThat(missing()).isEqualTo("SCORE too-low");
        writing.by(Viewer.system("sample data"));
        jooq.execute("update opportunity.opportunity set score = 60 where id = ?", id);
        assertThat(seller.put(path + "/stage", stage())).hasStatusOk();
    }

    @Test
    @DisplayName(
            "[D9] asks for grade and assessment to be confirmed, but of a general one; nobody waves that through for their own")
    void asksForTheConfirmation() {
        opportunities.demand("{\"confirmationRequired\": true}");
        assertThat(seller.post(path + "/newest-edition", "{}")).hasStatusOk();
        writing.by(Viewer.system("sample data"));
        String grade =
                "update opportunity.opportunity set grade = 'MAJOR', grade_pending = %s, grade_state = '%s', score = %s where id = "
                        + id;
        jooq.execute(grade.formatted("'MAJOR'", "AWAITING", "60"));
        assertThat(missing()).isEqualTo("CONFIRMATION pending");
        jooq.execute(grade.formatted("'MAJOR'", "RETURNED", "60"));
        assertThat(missing()).isEqualTo("CONFIRMATION ungraded");
        jooq.execute(grade.formatted("null", "CONFIRMED", "null"));
        assertThat(missing()).isEqualTo("CONFIRMATION unconfirmed");
        String waiver = """
                {"stageId": "%d", "kind": "CONFIRMATION", "item": "confirmed", "reason": "urgent"}""".formatted(opportunities.stage("B"));
        Viewer self = viewer(owner, rights("opportunity:waive-gate"));
        assertThat(Api.of(mvc, self).post(path + "/gate-waivers", waiver)).hasStatus(FORBIDDEN);
        jooq.execute(grade.formatted("null", "CONFIRMED", "10"));
        assertThat(seller.put(path + "/stage", stage())).hasStatusOk();
    }

    @Test
    void passesAGeneralOneUnconfirmed() {
        opportunities.demand("{\"confirmationRequired\": true}");
        assertThat(seller.post(path + "/newest-edition", "{}")).hasStatusOk();
        assertThat(seller.put(path + "/stage", stage())).hasStatusOk();
    }

    @Test
    void forgetsEvidenceThatIsTakenAway() {
        long first = opportunities.process().first().key();
        long file = file("anything.docx");
        String mark = "{\"stageId\": \"%d\", \"fileId\": \"%d\"}".formatted(first, file);
        assertThat(seller.post(path + "/evidence", mark)).hasStatus2xxSuccessful();
        assertThat(missing()).doesNotContain("EVIDENCE");
        assertThat(seller.delete(path + "/evidence/" + first + "/" + file)).hasStatus2xxSuccessful();
        assertThat(missing()).contains("EVIDENCE");
        assertThat(seller.post(path + "/evidence", mark.replace("" + file, "1" + file)))
                .as("of another record")
                .hasStatus(BAD_REQUEST);
    }

    @Test
    void waivesSingleThingsByThoseAllowedAndCountsThem() {
        JsonNode unmet = Api.body(seller.put(path + "/stage", stage())).get("unmetGates");
        String evidence = waiver(unmet.get(1), "the customer keeps no minutes");
        assertThat(seller.post(path + "/gate-waivers", evidence)).hasStatus(FORBIDDEN);
        Api boss = Api.of(mvc, leader);
        assertThat(boss.post(path + "/gate-waivers", evidence.replaceAll("\"reason\".*}", "\"reason\": \" \"}")))
                .hasStatus(BAD_REQUEST);
        assertThat(boss.post(path + "/gate-waivers", evidence)).hasStatus2xxSuccessful();
        assertThat(boss.post(path + "/gate-waivers", evidence))
                .as("it is not missing now")
                .hasStatus(BAD_REQUEST);
        assertThat(boss.post(path + "/gate-waivers", waiver(unmet.get(2), "known well")))
                .hasStatus2xxSuccessful();
        assertThat(missing()).isEqualTo("FIELD required, APPROVAL unapproved");

        JsonNode shown = seller.read(path + "/gate-waivers");
        assertThat(shown.size()).isEqualTo(2);
        assertThat(shown.get(0).get("why").asString()).isEqualTo("the customer keeps no minutes");
        assertThat(seller.read(path + "/history").toString()).contains("the customer keeps no minutes");
        JsonNode counted = boss.read("/api/opportunities/gate-waivers");
        assertThat(counted.get(0).get("waivers").asInt()).isEqualTo(2);
        assertThat(counted.get(0).get("opportunities").asInt()).isEqualTo(1);
        assertThat(boss.read("/api/records/opportunity?filter={f}&fields=name,gateWaivedBy", """
                {"field": "gateWaivedBy", "op": "is", "value": "%s"}""".formatted(
                                        counted.get(0).get("userName").asString()))
                        .get("rows")
                        .size())
                .isEqualTo(1);

        String first = path + "/gate-waivers/" + shown.get(0).get("id").asString();
        assertThat(seller.delete(first)).hasStatus(FORBIDDEN);
        assertThat(boss.delete(first)).hasStatus2xxSuccessful();
        assertThat(missing()).contains("EVIDENCE");
    }

    @Test
    void answersWhatAStageAsks() {
        long first = opportunities.process().first().key();
        String answer = "{\"stageId\": \"%d\", \"kind\": \"%s\", \"place\": %d, \"answer\": %s}";
        for (String kind : new String[] {"WORK_ITEM", "QUESTION", "INDICATOR"}) {
            assertThat(seller.put(path + "/stage-answers", answer.formatted(first, kind, 0, "\"3 days\"")))
                    .hasStatus2xxSuccessful();
        }
        assertThat(seller.put(path + "/stage-answers", answer.formatted(first, "QUESTION", 99, "\"x\"")))
                .hasStatus(BAD_REQUEST);
        JsonNode stage = seller.read(path + "/stages/" + first);
        assertThat(stage.at("/questions/0/answer").asString()).isEqualTo("3 days");
        assertThat(stage.at("/indicators/0/answer").asString()).isEqualTo("3 days");
        assertThat(stage.at("/workItems/0/answer").asString()).isEmpty();
        assertThat(stage.at("/workItems/1/answer").isNull()).isTrue();
        assertThat(seller.put(path + "/stage-answers", answer.formatted(first, "QUESTION", 0, "\"4 days\"")))
                .as("who did not read what another wrote")
                .hasStatus(CONFLICT)
                .bodyJson()
                .extractingPath("answer")
                .isEqualTo("3 days");
        assertThat(seller.put(
                        path + "/stage-answers",
                        answer.replace("}", ", \"before\": \"3 days\"}").formatted(first, "QUESTION", 0, "null")))
                .hasStatus2xxSuccessful();
        assertThat(seller.read(path + "/stages/" + first)
                        .at("/questions/0/answer")
                        .isNull())
                .isTrue();
        Viewer stranger = SampleData.scoped(
                viewer(sample.user("Han"), "opportunity:read"), "opportunity", new Scope.Part(Set.of(), Set.of()));
        assertThat(Api.of(mvc, stranger).get(path + "/stages/" + first)).hasStatus(404);
        assertThat(Api.of(mvc, stranger).get(path + "/gate-waivers")).hasStatus(404);
        assertThat(Api.of(mvc, stranger).read("/api/opportunities/gate-waivers").size())
                .isZero();
    }

    private void approve() {
        long request = jooq.select(REQUEST.ID)
                .from(REQUEST)
                .where(REQUEST.KIND.eq("stage-gate"))
                .and(REQUEST.RECORD_ID.eq(id))
                .fetchSingle()
                .value1();
        long asked = jooq.fetchSingle("select min(user_id) from approval.task where request_id = ?", request)
                .get(0, Long.class);
        beans.getBean(Decisions.class)
                .decide(request, Outcome.APPROVED, null, viewer(asked, "opportunity:read", "approval:decide"));
    }

    private static String waiver(JsonNode unmet, String why) {
        return "{\"stageId\": %s, \"kind\": %s, \"item\": %s, \"reason\": \"%s\"}"
                .formatted(unmet.get("stageId"), unmet.get("kind"), unmet.get("item"), why);
    }

    private String stage() {
        return "{\"stageId\": \"%d\"}".formatted(opportunities.stage("B"));
    }

    private String missing() {
        var refused = seller.put(path + "/stage", stage());
        assertThat(refused).hasStatus(CONFLICT);
        return Api.body(refused)
                .get("unmetGates")
                .valueStream()
                .map(one -> one.get("kind").asString() + " " + one.get("code").asString())
                .collect(Collectors.joining(", "));
    }

    private long file(String name) {
        writing.by(Viewer.system("sample data"));
        return jooq.insertInto(FILE)
                .set(FILE.RECORD_TYPE, "opportunity")
                .set(FILE.RECORD_ID, id)
                .set(FILE.NAME, name)
                .set(FILE.SIZE, 1L)
                .set(FILE.CONTENT_TYPE, "text/plain")
                .set(FILE.SHA256, "0".repeat(64))
                .set(FILE.UPLOADED_BY, owner)
                .returningResult(FILE.ID)
                .fetchSingle()
                .value1();
    }
}
