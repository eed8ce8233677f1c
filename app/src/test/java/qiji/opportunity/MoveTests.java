package qiji.opportunity;

import static db.opportunity.Tables.STAGE_VISIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static qiji.testing.SampleData.scoped;
import static qiji.testing.SampleData.viewer;

import java.time.LocalDate;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.platform.Time;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** The life of an opportunity over HTTP. D5 D12 */
@ModuleTest
class MoveTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    private SampleOpportunities opportunities;
    private Http http;
    private long owner;
    private Viewer seller;
    private final String stages = "{\"stageId\": \"%s\"}";

    @BeforeEach
    void someone() {
        opportunities = new SampleOpportunities(beans);
        http = new Http(beans);
        owner = sample.user("Li Lei");
        seller = viewer(owner, SampleOpportunities.EVERY_RIGHT);
    }

    @Test
    void refusesAStageWithEverythingMissingAndMovesWhenMended() {
        long id = opportunities.opportunity(owner);
        var before = opportunities.row(id);
        assertThat(http.put("/" + id + "/stage", to("B"), seller))
                .hasStatus(CONFLICT)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"type": "/problems/stage-gates-unmet", "unmetGates": [
                          {"kind": "FIELD", "field": "customer", "label": "客户"},
                          {"kind": "FIELD", "field": "expectedAmount"},
                          {"kind": "FIELD", "field": "expectedSignOn"},
                          {"kind": "VALIDITY", "field": "budget"},
                          {"kind": "VALIDITY", "field": "kp"},
                          {"kind": "VALIDITY", "field": "need"}]}""");
        assertThat(opportunities.row(id)).isEqualTo(before);

        long ripe = opportunities.ripe(owner);
        assertThat(http.put("/" + ripe + "/stage", to("C"), seller))
                .hasStatusOk()
                .bodyJson()
                .isEqualTo("{\"version\": 1}");
        assertThat(opportunities.row(ripe).getStageId()).isEqualTo(opportunities.stage("C"));
        assertThat(visits(ripe)).isEqualTo(2);
    }

    // A4: what is missing is told, but not the name of a field that is hidden.
    @Test
    void namesNoHiddenFieldInAGate() {
        long id = opportunities.opportunity(owner);
        Viewer blind = hiding(seller, "opportunity.expectedAmount");
        assertThat(http.put("/" + id + "/stage", to("B"), blind))
                .hasStatus(CONFLICT)
                .bodyText()
                .contains("您无权查看的条件")
                .doesNotContain("expectedAmount")
                .doesNotContain("预计金额");
    }

    @Test
    void goesBackWithAReasonOnly() {
        long id = opportunities.ripe(owner);
        assertThat(http.put("/" + id + "/stage", to("D"), seller)).hasStatusOk();
        assertThat(http.put("/" + id + "/stage", to("B"), seller)).hasStatus(BAD_REQUEST);
        assertThat(http.put(
                        "/" + id + "/stage",
                        "{\"stageId\": %d, \"reason\": \"预算被砍\"}".formatted(opportunities.stage("B")),
                        seller))
                .hasStatusOk();
        assertThat(opportunities.row(id).getReason()).isEqualTo("预算被砍");
    }

    @Test
    void winsAndReopensWithoutLosingTheStory() {
        long id = opportunities.ripe(owner);
        LocalDate today = LocalDate.now(Time.ZONE);
        assertThat(http.post("/" + id + "/win", "{\"wonOn\": \"%s\"}".formatted(today.plusDays(1)), seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.post("/" + id + "/win", "{\"wonOn\": \"%s\"}".formatted(today.minusDays(1)), seller))
                .hasStatusOk();
        var won = opportunities.row(id);
        assertThat(won.getStatus()).isEqualTo("WON");
        assertThat(won.getStageId()).isEqualTo(opportunities.stage("F"));
        assertThat(won.getClosedOn()).isEqualTo(today.minusDays(1));
        assertThat(won.getWonAmount()).isEqualByComparingTo("900");
        assertThat(http.put("/" + id + "/stage", to("B"), seller))
                .hasStatus(CONFLICT)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/status-forbids\", \"opportunityStatus\": \"WON\"}");

        assertThat(http.post("/" + id + "/reopening", "{}", seller)).hasStatus(BAD_REQUEST);
        assertThat(http.post("/" + id + "/reopening", "{\"reason\": \"合同作废\"}", seller))
                .hasStatusOk();
        var open = opportunities.row(id);
        assertThat(open.getStatus()).isEqualTo("OPEN");
        assertThat(open.getStageId()).isEqualTo(opportunities.stage("A"));
        assertThat(open.getClosedOn()).isNull();
        assertThat(open.getWonAmount()).isNull();
        assertThat(visits(id)).isEqualTo(3);
    }

    @Test
    void sleepsAndWakes() {
        long id = opportunities.opportunity(owner);
        LocalDate today = LocalDate.now(Time.ZONE);
        assertThat(http.post("/" + id + "/deferral", "{\"wakeUpOn\": \"%s\"}".formatted(today), seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.post(
                        "/" + id + "/deferral",
                        "{\"wakeUpOn\": \"%s\", \"reason\": \"明年再议\"}".formatted(today.plusDays(1)),
                        seller))
                .hasStatusOk();
        assertThat(http.post("/" + id + "/win", "{}", seller)).hasStatus(CONFLICT);
        assertThat(http.post("/" + id + "/resumption", "{}", seller)).hasStatusOk();
        assertThat(http.post("/" + id + "/resumption", "{}", seller)).hasStatus(CONFLICT);
    }

    @Test
    void isInvalidOrAbandoned() {
        long id = opportunities.opportunity(owner);
        assertThat(http.post("/" + id + "/invalidation", "{\"cause\": \"EXPIRED\"}", seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.post("/" + id + "/invalidation", "{\"cause\": \"DUPLICATE\"}", seller))
                .hasStatusOk();
        long other = opportunities.opportunity(opportunities.director() > 0 ? owner : 0);
        assertThat(http.post("/" + other + "/abandonment", "{\"reason\": \"不做\"}", seller))
                .hasStatusOk();
        Viewer plain = viewer(owner, "opportunity:read", "opportunity:edit");
        long third = opportunities.opportunity(owner);
        assertThat(http.post("/" + third + "/abandonment", "{\"reason\": \"不做\"}", plain))
                .hasStatus(FORBIDDEN);
        assertThat(http.post("/" + id + "/reopening", "{\"reason\": \"x\"}", plain))
                .hasStatus(FORBIDDEN);
    }

    /** [S7] Valid is of which need, key person and budget are all known, each by its evidence; and no longer is. */
    @Test
    void isValidByAllThreeAlone() {
        long id = opportunities.opportunity(owner);
        String known = "{\"known\": true, \"evidence\": \"拜访\"}";
        String unknown = "{\"known\": false}";
        for (int i = 0; i < 8; i++) {
            String body = "{\"need\": %s, \"kp\": %s, \"budget\": %s}"
                    .formatted(
                            (i & 1) > 0 ? known : unknown,
                            (i & 2) > 0 ? known : unknown,
                            (i & 4) > 0 ? known : unknown);
            assertThat(http.put("/" + id + "/validity", body, seller)).hasStatusOk();
            assertThat(opportunities.row(id).getValid()).as(body).isEqualTo(i == 7);
        }
        assertThat(http.put("/" + id + "/validity", "{\"budget\": " + unknown + "}", seller))
                .hasStatusOk();
        assertThat(opportunities.row(id).getValid()).isFalse();
    }

    @Test
    void provesValidityOrIsWaived() {
        long id = opportunities.opportunity(owner);
        assertThat(http.put("/" + id + "/validity", "{\"need\": {\"known\": true}}", seller))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("need.evidence");
        assertThat(http.put("/" + id + "/validity", "{\"need\": {\"known\": true, \"evidence\": \"想换\"}}", seller))
                .hasStatusOk();
        assertThat(opportunities.row(id).getValid()).isFalse();
        assertThat(http.put("/" + id + "/validity-waiver", "{\"reason\": \"\"}", seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.put("/" + id + "/validity-waiver", "{\"reason\": \"战略客户\"}", seller))
                .hasStatusOk();
        assertThat(opportunities.row(id).getValidityWaivedBy()).isEqualTo(owner);
        Viewer plain = viewer(owner, "opportunity:read", "opportunity:edit");
        assertThat(http.put("/" + id + "/validity-waiver", "{\"reason\": \"x\"}", plain))
                .hasStatus(FORBIDDEN);
        assertThat(http.send(DELETE, "/" + id + "/validity-waiver", "", seller)).hasStatusOk();
        assertThat(opportunities.row(id).getValidityWaivedBy()).isNull();
    }

    // A3: not visible answers as not found; a reader looks, a member works, only scope commands.
    @Test
    void asksRightRelationAndSight() {
        long id = opportunities.ripe(owner);
        long other = sample.user("Han Meimei");
        Viewer stranger =
                scoped(viewer(other, SampleOpportunities.EVERY_RIGHT), "opportunity", Scope.ofOwners(Set.of(other)));
        assertThat(http.put("/" + id + "/stage", to("B"), stranger)).hasStatus(NOT_FOUND);
        assertThat(http.put("/999999999/stage", to("B"), seller)).hasStatus(NOT_FOUND);
        assertThat(http.put("/x/stage", to("B"), seller)).hasStatus(BAD_REQUEST);

        join(id, other, "READER");
        assertThat(http.put("/" + id + "/stage", to("B"), stranger)).hasStatus(FORBIDDEN);
        join(id, other, "SALES");
        assertThat(http.put("/" + id + "/stage", to("B"), stranger)).hasStatusOk();
        assertThat(http.post("/" + id + "/loss", SampleOpportunities.loss(owner, ""), stranger))
                .hasStatus(FORBIDDEN);
        assertThat(http.post("/" + id + "/abandonment", "{\"reason\": \"x\"}", stranger))
                .hasStatus(FORBIDDEN);
    }

    @Test
    void losesARaceWith409() {
        long id = opportunities.ripe(owner);
        assertThat(http.put(
                        "/" + id + "/stage",
                        "{\"stageId\": %d, \"version\": 7}".formatted(opportunities.stage("B")),
                        seller))
                .hasStatus(CONFLICT)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/stale-version\", \"current\": 0}");
    }

    @Test
    void refusesInventedStages() {
        long id = opportunities.ripe(owner);
        assertThat(http.put("/" + id + "/stage", "{\"stageId\": 987654321}", seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.put("/" + id + "/stage", "{}", seller)).hasStatus(BAD_REQUEST);
        assertThat(http.put("/" + id + "/stage", "[]", seller)).hasStatus(BAD_REQUEST);
        assertThat(http.put("/" + id + "/stage", to("A"), seller)).hasStatus(BAD_REQUEST);
    }

    private void join(long id, long userId, String role) {
        assertThat(http.post("/" + id + "/team", "{\"userId\": %d, \"role\": \"%s\"}".formatted(userId, role), seller))
                .hasStatus(org.springframework.http.HttpStatus.NO_CONTENT);
    }

    private String to(String code) {
        return stages.formatted(opportunities.stage(code));
    }

    private int visits(long id) {
        return jooq.fetchCount(STAGE_VISIT, STAGE_VISIT.OPPORTUNITY_ID.eq(id));
    }

    private static Viewer hiding(Viewer viewer, String field) {
        return new Viewer(
                viewer.userId(),
                0,
                viewer.name(),
                viewer.permissions(),
                viewer.scopes(),
                java.util.Map.of(field, qiji.access.FieldAccess.HIDDEN),
                false);
    }
}
