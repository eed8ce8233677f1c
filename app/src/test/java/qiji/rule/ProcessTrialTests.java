package qiji.rule;

import static db.opportunity.Tables.STAGE_VISIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.opportunity.SampleOpportunities;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The gates of a process that nobody has published, tried against moves that took place: from the order to its page. */
@ModuleTest
@DisplayName("[X7] [D5] a draft of a process, tried against the past")
class ProcessTrialTests {
    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    TrialWork work;

    @Autowired
    DSLContext jooq;

    @Autowired
    ApplicationContext beans;

    private long owner;
    private Viewer viewer;
    private Api api;
    private ObjectNode draft;
    private String uri = "";

    /** Stage B asks for the customer's budget, too. */
    @BeforeEach
    void draftThatAsksForMore() {
        owner = sample.user("Owner");
        viewer = SampleData.scoped(
                SampleData.viewer(
                        owner, "process:edit", "process:read", "opportunity:read", "user:read", "customer:create"),
                "opportunity",
                Scope.ofOwners(Set.of(owner)));
        api = Api.of(http, viewer);
        draft = (ObjectNode) api.read("/api/processes").get(0);
        uri = "/api/processes/" + draft.path("id").asString() + "/trials";
        fields(1).add("customerBudget");
    }

    private ArrayNode fields(int place) {
        return (ArrayNode) draft.path("stages").get(place).path("gate").path("requiredFields");
    }

    private long stage(int place) {
        return draft.path("stages").get(place).path("id").asLong();
    }

    /** One that went from stage A to B with all that was asked of it then. */
    private long moved(long ownerId) {
        long customer = api.create("/api/customers", "{\"name\": \"%s\"}".formatted(SampleData.unique("C")));
        long id = new SampleOpportunities(beans).opportunity(ownerId, row -> {
            row.setCustomerId(customer);
            row.setExpectedAmount(new BigDecimal("180000"));
            row.setExpectedSignOn(TODAY);
            row.setNeedKnown(true);
            row.setNeedEvidence("visit");
            row.setKpKnown(true);
            row.setKpEvidence("visit");
            row.setBudgetKnown(true);
            row.setBudgetEvidence("visit");
        });
        Instant at = jooq.fetchSingle("select clock_timestamp()").get(0, Instant.class);
        jooq.insertInto(STAGE_VISIT)
                .set(STAGE_VISIT.OPPORTUNITY_ID, id)
                .set(STAGE_VISIT.FROM_STAGE_ID, stage(0))
                .set(STAGE_VISIT.STAGE_ID, stage(1))
                .set(STAGE_VISIT.ENTERED_AT, at)
                .set(STAGE_VISIT.LEFT_AT, at)
                .set(STAGE_VISIT.ENTERED_BY, ownerId)
                .execute();
        return id;
    }

    private MvcTestResult start(Api as, LocalDate from, LocalDate to) {
        return as.post(uri + "?from=%s&to=%s".formatted(from, to), draft.toString());
    }

    @Test
    void tellsWhichMovesWouldHaveBeenRefusedAndWhy() {
        long refused = moved(owner);
        moved(sample.user("Another"));
        int editions = editions();
        MvcTestResult started = start(api, TODAY.minusYears(3), TODAY);
        assertThat(started).hasStatus(HttpStatus.ACCEPTED);
        long id = Api.body(started).path("id").asLong();
        assertThat(api.read(uri + "/" + id).path("outcome").isNull()).isTrue();

        assertThat(work.run(id, viewer, (_, _) -> {})).isEqualTo(1);
        JsonNode outcome = api.read(uri + "/" + id).path("outcome");
        assertThat(outcome.path("amount").decimalValue()).isEqualByComparingTo("180000");
        assertThat(outcome.at("/cells/0/from").asString()).isEqualTo("PASSES");
        assertThat(outcome.at("/cells/0/to").asString()).isEqualTo("REFUSED");
        assertThat(outcome.at("/owners/0/userId").asLong()).isEqualTo(owner);
        assertThat(outcome.at("/records/0/id").asLong()).isEqualTo(refused);
        assertThat(outcome.at("/records/0/added/0").asString()).contains("客户预算");
        assertThat(outcome.at("/steps/judged").intValue()).isEqualTo(1);
        assertThat(outcome.at("/steps/refused").intValue()).isEqualTo(1);
        assertThat(outcome.at("/steps/reasons/0/label").asString()).contains("客户预算");
        assertThat(outcome.at("/steps/reasons/0/added").intValue()).isEqualTo(1);
        assertThat(outcome.at("/steps/doubts").size()).isEqualTo(1);
        assertThat(api.read(uri).get(0).path("changed").intValue()).isEqualTo(1);
        assertThat(editions()).as("nothing was published").isEqualTo(editions);

        Api other = Api.of(http, SampleData.viewer(sample.user("Other"), "process:edit", "opportunity:read"));
        assertThat(other.get(uri + "/" + id)).as("each their own").hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/api/rules/grade/trials/" + id)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(api.get("/api/processes/0/trials/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void findsNothingWhereNothingIsAskedOtherwise() {
        moved(owner);
        fields(1).remove(fields(1).size() - 1);
        long id = Api.body(start(api, TODAY, TODAY)).path("id").asLong();
        assertThat(work.run(id, viewer, (_, _) -> {})).isZero();
        assertThat(api.read(uri + "/" + id).at("/outcome/steps/judged").intValue())
                .isZero();
    }

    @Test
    void isOnlyOfDraftsThatCouldBePublishedAndOfDaysThatWere() {
        assertThat(start(api, TODAY, TODAY.plusDays(1)))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"to\"");
        fields(1).add("noSuchField");
        assertThat(start(api, TODAY, TODAY))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("stages[1].gate.requiredFields");
        assertThat(api.post("/api/processes/0/trials?from=2026-01-01&to=2026-01-02", draft.toString()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void isNotForThoseWhoMayNotEditOrNotReadWhatIsAskedFor() {
        Api reader = Api.of(http, SampleData.viewer(owner, "process:read", "opportunity:read"));
        assertThat(start(reader, TODAY, TODAY)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(reader.get(uri)).hasStatus(HttpStatus.FORBIDDEN);
        Api blind = Api.of(http, SampleData.hiding(viewer, "opportunity.customerBudget"));
        assertThat(start(blind, TODAY, TODAY)).hasStatus(HttpStatus.FORBIDDEN);
    }

    private int editions() {
        return api.read(uri.replace("/trials", "/editions")).size();
    }
}
