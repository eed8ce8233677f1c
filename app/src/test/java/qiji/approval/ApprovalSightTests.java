package qiji.approval;

import static db.approval.Tables.EVENT;
import static db.opportunity.Tables.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;

/** What was asked stays as it was, and is shown to those concerned as far as they may read it. [D9 A3 A4] */
@ModuleTest
class ApprovalSightTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    private Office office;

    @BeforeEach
    void anOffice() {
        office = new Office(beans);
    }

    /** Frozen, beside what is now; neither to who may not read the field. [A4] */
    @Test
    void showsWhatHasChangedSinceItWasAsked() {
        long request = office.ask();
        writing.by(Viewer.system("test"));
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.EXPECTED_AMOUNT, new BigDecimal("2000.00"))
                .where(OPPORTUNITY.ID.eq(office.deal))
                .execute();
        JsonNode fields = api(office.director).read("/api/approvals/" + request).path("fields");
        JsonNode amount = named(fields, "expectedAmount");
        assertThat(amount.path("then").decimalValue()).isEqualByComparingTo("1000");
        assertThat(amount.path("now").decimalValue()).isEqualByComparingTo("2000");
        assertThat(amount.path("changed").asBoolean()).isTrue();
        assertThat(named(fields, "name").path("changed").asBoolean()).isFalse();
        Viewer eyes = office.as(office.director);
        Viewer blind = new Viewer(
                eyes.userId(),
                0,
                eyes.name(),
                eyes.permissions(),
                eyes.scopes(),
                Map.of(
                        "opportunity.expectedAmount", FieldAccess.HIDDEN,
                        "opportunity.closingNote", FieldAccess.HIDDEN),
                false);
        JsonNode seen = Api.of(http, blind).read("/api/approvals/" + request);
        assertThat(seen.toString()).doesNotContain("expectedAmount", "1000", "没有预算");
        assertThat(api(office.director).read("/api/approvals/" + request).toString())
                .contains("没有预算");
    }

    /** One is shown what one is asked about, for as long; a stranger is not told that there is anything. [A3] */
    @Test
    void isSeenByWhoIsAskedAndNoStranger() {
        assertThat(api(office.director).get("/api/opportunities/" + office.deal))
                .hasStatus(404);
        long request = office.ask();
        assertThat(api(office.director).get("/api/opportunities/" + office.deal))
                .hasStatusOk();
        assertThat(api(office.manager).get("/api/approvals/" + request)).hasStatus(404);
        assertThat(decide(office.manager, request, "APPROVED", null)).hasStatus(404);
        decide(office.director, request, "RETURNED", "再想想");
        assertThat(api(office.director).get("/api/opportunities/" + office.deal))
                .hasStatus(404);
        JsonNode kept = api(office.director).read("/api/approvals/" + request);
        assertThat(kept.at("/request/title").isNull()).isTrue();
        assertThat(kept.path("fields").isEmpty()).isTrue();
    }

    @Test
    void keepsItsTrailFromEverybody() {
        long request = office.ask();
        assertThatThrownBy(() -> jooq.deleteFrom(EVENT)
                        .where(EVENT.REQUEST_ID.eq(request))
                        .execute())
                .hasStackTraceContaining("permission denied");
    }

    private static JsonNode named(JsonNode fields, String name) {
        return fields.valueStream()
                .filter(field -> field.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
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
