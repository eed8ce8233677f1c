package qiji.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.FieldAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.opportunity.SampleOpportunities;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** A draft tried against the past, from the order to what its page reads. [X7] */
@ModuleTest
class TrialTests {
    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);
    private static final String URI = "/api/rules/grade";

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    TrialWork work;

    @Autowired
    ApplicationContext beans;

    private long owner;
    private Viewer viewer;
    private Api api;
    private long draft;

    /** Lowers the limit of a major one to 150,000. */
    @BeforeEach
    void draftOfALowerLimit() {
        owner = sample.user("Owner");
        viewer = SampleData.scoped(
                SampleData.viewer(owner, "rule:read", "rule:edit", "opportunity:read", "user:read"),
                "opportunity",
                Scope.ofOwners(Set.of(owner)));
        api = Api.of(http, viewer);
        JsonNode now = api.read(URI);
        String body = now.path("inForce").path("body").toString().replace("200000", "150000");
        draft = api.create(
                URI + "/editions",
                "{\"version\": %d, \"body\": %s}".formatted(now.path("version").intValue(), body));
    }

    private long opportunity(long ownerId, String amount) {
        return new SampleOpportunities(beans)
                .opportunity(ownerId, row -> row.setExpectedAmount(new BigDecimal(amount)));
    }

    private MvcTestResult start(Api as, LocalDate from, LocalDate to) {
        return as.post(
                URI + "/editions/" + draft + "/trials", "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to));
    }

    @Test
    void tellsWhatWouldHaveChangedForWhom() {
        long raised = opportunity(owner, "180000");
        opportunity(owner, "250000");
        opportunity(sample.user("Another"), "180000");
        MvcTestResult started = start(api, TODAY.minusYears(3), TODAY);
        assertThat(started).hasStatus(HttpStatus.ACCEPTED);
        long id = Api.body(started).path("id").asLong();
        assertThat(api.read(URI + "/trials/" + id).path("outcome").isNull()).isTrue();

        assertThat(work.run(id, viewer, (_, _) -> {})).isEqualTo(1);
        JsonNode told = api.read(URI + "/trials/" + id);
        JsonNode outcome = told.path("outcome");
        assertThat(outcome.path("changed").intValue()).isEqualTo(1);
        assertThat(outcome.path("amount").decimalValue()).isEqualByComparingTo("180000");
        JsonNode cell = outcome.path("cells").get(0);
        assertThat(cell.path("from").asString()).isEqualTo("IMPORTANT");
        assertThat(cell.path("to").asString()).isEqualTo("MAJOR");
        assertThat(outcome.path("owners").get(0).path("userId").asLong()).isEqualTo(owner);
        assertThat(outcome.path("records").get(0).path("id").asLong()).isEqualTo(raised);
        assertThat(outcome.path("records").get(0).path("name").asString()).startsWith("Opportunity");
        assertThat(api.read(URI + "/trials").get(0).path("changed").intValue()).isEqualTo(1);
        Api other = Api.of(http, SampleData.viewer(sample.user("Other"), "rule:edit", "opportunity:read"));
        assertThat(other.get(URI + "/trials/" + id)).as("each their own").hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void staysReachableWhenItsDraftIsPublishedAndOthersFollow() {
        long first = started(TODAY.minusDays(30));
        assertThat(api.put(
                        URI + "/editions/" + draft + "/publication",
                        "{\"version\": %d, \"effectiveFrom\": \"%s\", \"reason\": \"decided\"}"
                                .formatted(api.read(URI).path("version").intValue(), TODAY)))
                .hasStatusOk();
        long published = draft;
        draft = api.create(
                URI + "/editions",
                "{\"version\": %d, \"body\": null}"
                        .formatted(api.read(URI).path("version").intValue()));
        long last = 0;
        for (int i = 0; i < 10; i++) {
            last = started(TODAY.minusDays(9));
        }
        JsonNode newest = api.read(URI + "/trials");
        assertThat(newest.size()).isEqualTo(10);
        assertThat(newest.get(0).path("id").asLong()).isEqualTo(last);
        JsonNode older =
                api.read(URI + "/trials?before=" + newest.get(9).path("id").asLong());
        assertThat(older.size()).isEqualTo(1);
        assertThat(older.get(0).path("id").asLong()).isEqualTo(first);
        assertThat(older.get(0).path("editionId").asLong()).isEqualTo(published);
        assertThat(api.read(URI + "/trials/" + first).path("trial").path("from").asString())
                .isEqualTo(TODAY.minusDays(30).toString());
    }

    private long started(LocalDate from) {
        return Api.body(start(api, from, TODAY)).path("id").asLong();
    }

    @Test
    void isRefusedWithoutASpanThatWas() {
        assertThat(start(api, TODAY, TODAY.minusDays(1))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(start(api, TODAY, TODAY.plusDays(1))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(start(api, TODAY.minusYears(11), TODAY)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void isNotForThoseWhoMayNotReadTheAmounts() {
        Viewer blind = new Viewer(
                viewer.userId(),
                0,
                viewer.name(),
                viewer.permissions(),
                viewer.scopes(),
                Map.of("opportunity.customerBudget", FieldAccess.HIDDEN),
                false);
        assertThat(start(Api.of(http, blind), TODAY.minusDays(9), TODAY)).hasStatus(HttpStatus.FORBIDDEN);
        Api reader = Api.of(http, SampleData.viewer(sample.user("Reader"), "rule:read", "opportunity:read"));
        assertThat(start(reader, TODAY.minusDays(9), TODAY)).hasStatus(HttpStatus.FORBIDDEN);
    }
}
