package qiji.opportunity;

import static db.activity.Tables.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static qiji.testing.SampleData.viewer;

import java.time.LocalDate;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.platform.Time;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** What is said of an ending: obligatory when lost or lapsed, told anew afterwards, and what follows from it. [D12 S8] */
@ModuleTest
class ReviewTests {
    private static final LocalDate DAY = LocalDate.now(Time.ZONE).plusDays(14);

    @Autowired
    ApplicationContext beans;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    private SampleOpportunities opportunities;
    private Http http;
    private Viewer seller;
    private long id;

    @BeforeEach
    void anOpportunity() {
        opportunities = new SampleOpportunities(beans);
        http = new Http(beans);
        long owner = sample.user("Li Lei");
        seller = viewer(owner, SampleOpportunities.EVERY_RIGHT);
        id = opportunities.opportunity(owner);
    }

    private String loss(String more) {
        return SampleOpportunities.loss(seller.userId(), more);
    }

    @Test
    @DisplayName("[D12] a loss without its review is refused with all that it lacks at once")
    void asksForTheWholeReview() {
        assertThat(http.post("/" + id + "/loss", "{\"reason\": \"NONSENSE\"}", seller))
                .hasStatus(BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.fields[*].field")
                .asArray()
                .containsExactlyInAnyOrder(
                        "reason", "summary", "lesson", "prevention", "preventionOwnerId", "preventionDueOn");
        assertThat(http.post("/" + id + "/loss", loss("\"competitor\": \"某公司\", "), seller))
                .hasStatusOk();
        assertThat(opportunities.row(id).getLostTo()).isEqualTo("某公司");
        assertThat(opportunities.row(id).getLesson()).isEqualTo("尽早了解预算。再谈方案");
    }

    @Test
    @DisplayName("[D12] a reason of two levels is named to the second; one of competition names who won")
    void asksForTheSecondLevelAndTheWinner() {
        String body = loss("");
        assertThat(http.post("/" + id + "/loss", body.replace("PRICE_TOO_HIGH", "PRICE"), seller))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("too-general");
        assertThat(http.post("/" + id + "/loss", body.replace("PRICE_TOO_HIGH", "COMPETITION_RELATION"), seller))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("competitorId");
        assertThat(http.post("/" + id + "/loss", body.replace("PRICE_TOO_HIGH", "IMPORTED"), seller))
                .hasStatusOk();
    }

    @Test
    @DisplayName("[D12 S8] the measure is a task of who takes it; told anew it changes with it, unless it is done")
    void makesTheMeasureATask() {
        assertThat(http.post("/" + id + "/loss", loss(""), seller)).hasStatusOk();
        long task = opportunities.row(id).getPreventionTaskId();
        var made = jooq.fetchSingle(TASK, TASK.ID.eq(task));
        assertThat(made.getTitle()).isEqualTo("确认阶段先问预算");
        assertThat(made.getAssigneeId()).isEqualTo(seller.userId());
        assertThat(made.getDueOn()).isEqualTo(DAY);
        assertThat(made.getRecordId()).isEqualTo(id);

        long other = sample.user("Han Meimei");
        String anew = SampleOpportunities.loss(other, "").replace("先问预算", "两次核实预算");
        assertThat(http.put("/" + id + "/review", anew, seller)).hasStatusOk();
        var changed = jooq.fetchSingle(TASK, TASK.ID.eq(task));
        assertThat(changed.getTitle()).isEqualTo("确认阶段两次核实预算");
        assertThat(changed.getAssigneeId()).isEqualTo(other);

        jooq.execute("select set_config('qiji.writer', '0', true)");
        jooq.update(TASK)
                .set(TASK.STATUS, "DONE")
                .set(TASK.COMPLETED_AT, java.time.Instant.now())
                .where(TASK.ID.eq(task))
                .execute();
        assertThat(http.put("/" + id + "/review", loss(""), seller)).hasStatusOk();
        assertThat(jooq.fetchSingle(TASK, TASK.ID.eq(task)).getTitle()).isEqualTo("确认阶段两次核实预算");
        long left = sample.user("Gone");
        jooq.execute("update organization.app_user set state = 'INACTIVE' where id = " + left);
        assertThat(http.put("/" + id + "/review", SampleOpportunities.loss(left, ""), seller))
                .hasStatus(BAD_REQUEST)
                .bodyText()
                .contains("preventionOwnerId");
    }

    @Test
    @DisplayName(
            "[D12 S8] a lapsed one needs its cause analysed and a measure with owner and day; a duplicate does not")
    void analysesWhatLapsed() {
        assertThat(http.post("/" + id + "/invalidation", "{\"cause\": \"EXPIRED\"}", seller))
                .hasStatus(BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.fields[*].field")
                .asArray()
                .containsExactlyInAnyOrder("explanation", "prevention", "preventionOwnerId", "preventionDueOn");
        String whole = """
                {"cause": "EXPIRED", "explanation": "半年没有联系", "prevention": "每月回访",
                 "preventionOwnerId": "%d", "preventionDueOn": "%s"}""".formatted(seller.userId(), DAY);
        assertThat(http.post("/" + id + "/invalidation", whole, seller)).hasStatusOk();
        assertThat(opportunities.row(id).getPreventionTaskId()).isNotNull();
        long duplicate = opportunities.opportunity(seller.userId());
        assertThat(http.post("/" + duplicate + "/invalidation", "{\"cause\": \"DUPLICATE\"}", seller))
                .hasStatusOk();
        long other = opportunities.opportunity(seller.userId());
        assertThat(http.post("/" + other + "/invalidation", "{\"cause\": \"OTHER\"}", seller))
                .hasStatus(BAD_REQUEST);
    }

    @Test
    @DisplayName("[D12] a review is told anew by those who command it, on the version they read, and its history stays")
    void isToldAnewWithHistory() {
        assertThat(http.put("/" + id + "/review", loss(""), seller)).hasStatus(CONFLICT);
        assertThat(http.post("/" + id + "/loss", loss(""), seller)).hasStatusOk();
        String body = loss("").replace("\"价高\"", "\"其实是交付慢\"").replace("PRICE_TOO_HIGH", "PRODUCT_DELIVERY");
        assertThat(http.put("/" + id + "/review", body.replace("{", "{\"version\": 0, "), seller))
                .hasStatus(CONFLICT)
                .bodyText()
                .contains("stale-version");
        assertThat(http.put("/" + id + "/review", body.replace("{", "{\"version\": 1, "), seller))
                .hasStatusOk();
        var row = opportunities.row(id);
        assertThat(row.getStatus()).isEqualTo("LOST");
        assertThat(row.getLostReason()).isEqualTo("PRODUCT_DELIVERY");
        assertThat(http.get("/" + id + "/history", seller).toString())
                .contains("价高")
                .contains("其实是交付慢")
                .contains("Li Lei"); // who takes the measure, by name
        Viewer plain = viewer(sample.user("Reader"), "opportunity:read");
        assertThat(http.put("/" + id + "/review", body, plain)).hasStatus(FORBIDDEN);
    }

    @Test
    @DisplayName("[A4 D12] what is hidden from who tells an ending anew stays, and so does the task of its measure")
    void keepsWhatIsHidden() {
        assertThat(http.post("/" + id + "/loss", loss(""), seller)).hasStatusOk();
        long task = opportunities.row(id).getPreventionTaskId();
        Viewer blind = new Viewer(
                seller.userId(),
                0,
                seller.name(),
                seller.permissions(),
                seller.scopes(),
                Map.of("opportunity.prevention", FieldAccess.HIDDEN, "opportunity.lossSummary", FieldAccess.HIDDEN),
                false);
        String anew = "{\"reason\": \"PRODUCT_DELIVERY\", \"summary\": \"不知道\", \"lesson\": \"先看交付\"}";
        assertThat(http.put("/" + id + "/review", anew, blind)).hasStatusOk();
        var row = opportunities.row(id);
        assertThat(row.getLostReason()).isEqualTo("PRODUCT_DELIVERY");
        assertThat(row.getLesson()).isEqualTo("先看交付");
        assertThat(row.getLossSummary()).isEqualTo("价高");
        assertThat(row.getPrevention()).isEqualTo("确认阶段先问预算");
        assertThat(row.getPreventionTaskId()).isEqualTo(task);
        assertThat(jooq.fetchSingle(TASK, TASK.ID.eq(task)).getStatus()).isEqualTo("OPEN");
    }

    @Test
    @DisplayName(
            "[D12] a measure is due today or later; one that fell due meanwhile stays when the review is told anew")
    void takesNoMeasureForThePast() {
        String yesterday = LocalDate.now(Time.ZONE).minusDays(1).toString();
        String late = loss("").replace(DAY.toString(), yesterday);
        assertThat(http.post("/" + id + "/loss", late, seller))
                .hasStatus(BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.fields[*].field")
                .asArray()
                .containsExactly("preventionDueOn");
        assertThat(http.post("/" + id + "/loss", loss(""), seller)).hasStatusOk();
        assertThat(http.put("/" + id + "/review", late, seller)).hasStatus(BAD_REQUEST);
        jooq.execute("select set_config('qiji.writer', '0', true)");
        jooq.execute(
                "update opportunity.opportunity set prevention_due_on = cast(? as date) where id = ?", yesterday, id);
        assertThat(http.put("/" + id + "/review", late, seller)).hasStatusOk();
    }

    @Test
    @DisplayName("[D12] a day too far away is named by its field")
    void namesFarDays() {
        assertThat(http.post("/" + id + "/loss", loss("").replace(DAY.toString(), "9999-01-01"), seller))
                .hasStatus(BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.fields[*].field")
                .asArray()
                .containsExactly("preventionDueOn");
    }

    @Test
    @DisplayName("[D12] one that came without a review is not broken, and is completed by the same rules")
    void completesWhatCameWithoutAReview() {
        long old = opportunities.opportunity(seller.userId(), row -> {
            row.setStatus("LOST");
            row.setClosedOn(LocalDate.now(Time.ZONE));
            row.setLostReason("IMPORTED");
            row.setImported(true);
        });
        assertThat(http.get("/" + old, seller).path("may").path("review").asBoolean())
                .isTrue();
        assertThat(http.get("/" + old + "/review", seller).path("lessonId").isString())
                .isFalse();
        assertThat(http.put("/" + old + "/review", "{\"reason\": \"IMPORTED\"}", seller))
                .hasStatus(BAD_REQUEST);
        assertThat(http.put("/" + old + "/review", loss(""), seller)).hasStatusOk();
        assertThat(http.post("/" + old + "/reopening", "{\"reason\": \"again\"}", seller))
                .hasStatusOk();
        assertThat(opportunities.row(old).getPrevention()).isNull();
    }

    @Test
    @DisplayName("[D9] lists know which ones wait for a decision, and find them")
    void knowsWhatWaitsForADecision() {
        opportunities.director();
        assertThat(pending(true)).isFalse();
        assertThat(http.post("/" + id + "/abandonment", "{\"reason\": \"no use\"}", seller))
                .hasStatusOk();
        assertThat(http.get("/" + id, seller)
                        .path("values")
                        .path("approvalPending")
                        .asBoolean())
                .isTrue();
        assertThat(pending(true)).isTrue();
        assertThat(pending(false)).isFalse();
        opportunities.approve(id);
        assertThat(pending(true)).isFalse();
        assertThat(pending(false)).isTrue();
    }

    private boolean pending(boolean yes) {
        String filter = """
                {"and": [{"field": "id", "op": "is", "value": "%d"}, {"field": "approvalPending", "op": "is", "value": %s}]}""".formatted(id, yes);
        return qiji.testing.Api.of(
                                beans.getBean(org.springframework.test.web.servlet.assertj.MockMvcTester.class), seller)
                        .read("/api/records/opportunity/count?filter={f}", filter)
                        .path("count")
                        .asInt()
                == 1;
    }
}
