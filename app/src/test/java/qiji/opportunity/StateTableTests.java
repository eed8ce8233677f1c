package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.CONFLICT;
import static qiji.testing.SampleData.viewer;

import db.opportunity.tables.records.OpportunityRecord;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Viewer;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.Time;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** The state table of the definitions over HTTP, cell by cell: what is not in it is refused and changes nothing. [D12] */
@ModuleTest
class StateTableTests {
    private static final Set<String> VERBS = Set.of(
            "stage", "win", "loss", "deferral", "resumption", "abandonment", "invalidation", "reopening", "review");
    private static final Map<OpportunityStatus, Set<String>> TABLE = Map.of(
            OpportunityStatus.OPEN, Set.of("stage", "win", "loss", "deferral", "abandonment", "invalidation"),
            OpportunityStatus.DEFERRED, Set.of("resumption", "loss", "abandonment", "invalidation"),
            OpportunityStatus.WON, Set.of("reopening", "review"),
            OpportunityStatus.LOST, Set.of("reopening", "review"),
            OpportunityStatus.ABANDONED, Set.of("reopening", "review"),
            OpportunityStatus.INVALID, Set.of("reopening", "review"));

    @Autowired
    ApplicationContext beans;

    @Autowired
    SampleData sample;

    private SampleOpportunities opportunities;
    private Http http;
    private Viewer seller = Viewer.system("test");
    private long owner;

    @BeforeEach
    void aSeller() {
        opportunities = new SampleOpportunities(beans);
        http = new Http(beans);
        owner = sample.user("Li Lei");
        opportunities.director();
        seller = viewer(owner, SampleOpportunities.EVERY_RIGHT);
    }

    // D5: one answer names the wrong day, the wrong amount and every unmet gate.
    @Test
    void refusesToWinWithAllReasonsAtOnce() {
        long id = opportunities.opportunity(owner);
        assertThat(http.post(
                        "/" + id + "/win",
                        "{\"wonOn\": \"%s\", \"wonAmount\": -1}"
                                .formatted(LocalDate.now(Time.ZONE).plusDays(1)),
                        seller))
                .hasStatus(CONFLICT)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"type": "/problems/stage-gates-unmet",
                         "fields": [{"field": "wonOn"}, {"field": "wonAmount"}]}""")
                .extractingPath("$.unmetGates[*].field")
                .asArray()
                .contains("customer", "expectedAmount", "need");
        assertThat(opportunities.row(id).getStatus()).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @EnumSource
    void allowsWhatTheTableSaysAndNothingElse(OpportunityStatus status) {
        for (String verb : VERBS) {
            long id = opportunities.ripe(owner);
            bring(id, status);
            OpportunityRecord before = opportunities.row(id);
            assertThat(before.getStatus()).isEqualTo(status.name());
            MvcTestResult answer = ask(id, verb);
            if (TABLE.getOrDefault(status, Set.of()).contains(verb)) {
                assertThat(answer).as("%s of %s", verb, status).hasStatusOk();
                decided(id, verb);
                assertThat(opportunities.row(id).getVersion()).isEqualTo(before.getVersion() + 1);
            } else {
                assertThat(answer)
                        .as("%s of %s", verb, status)
                        .hasStatus(CONFLICT)
                        .bodyText()
                        .contains("/problems/status-forbids")
                        .contains(status.name());
                assertThat(opportunities.row(id)).isEqualTo(before);
            }
        }
    }

    private void bring(long id, OpportunityStatus status) {
        switch (status) {
            case OPEN -> {}
            case DEFERRED -> assertThat(ask(id, "deferral")).hasStatusOk();
            case WON -> assertThat(ask(id, "win")).hasStatusOk();
            case LOST -> assertThat(ask(id, "loss")).hasStatusOk();
            case ABANDONED -> {
                assertThat(ask(id, "abandonment")).hasStatusOk();
                decided(id, "abandonment");
            }
            case INVALID -> assertThat(ask(id, "invalidation")).hasStatusOk();
        }
    }

    /** What needs approval is what it says only then. */
    private void decided(long id, String verb) {
        if (verb.equals("abandonment")) {
            opportunities.approve(id);
        }
    }

    private MvcTestResult ask(long id, String verb) {
        String body = switch (verb) {
            case "stage" -> "{\"stageId\": %d}".formatted(opportunities.stage("B"));
            case "win" -> "{}";
            case "loss", "review" -> SampleOpportunities.loss(owner, "\"explanation\": \"no use\", ");
            case "deferral" ->
                "{\"wakeUpOn\": \"%s\", \"reason\": \"next year\"}"
                        .formatted(LocalDate.now(Time.ZONE).plusDays(9));
            case "invalidation" -> "{\"cause\": \"WRONG\", \"explanation\": \"none\"}";
            case "resumption" -> "";
            default -> "{\"reason\": \"because\"}";
        };
        return http.send(
                Set.of("stage", "review").contains(verb) ? HttpMethod.PUT : HttpMethod.POST,
                "/" + id + "/" + verb,
                body,
                seller);
    }
}
