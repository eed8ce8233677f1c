package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static qiji.testing.SampleData.viewer;

import db.opportunity.tables.records.OpportunityRecord;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import qiji.access.Viewer;
import qiji.opportunity.life.Learned;
import qiji.opportunity.life.Loss;
import qiji.opportunity.move.Endings;
import qiji.opportunity.move.OpportunityMoves;
import qiji.platform.Time;
import qiji.testing.AtOnce;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two users act at once on what both have read: one of them does it, the other is told, and nothing that was done is lost.
 * Of a decision and its withdrawal {@code ApprovalRaceTests} tell. [D1 D5 D12]
 */
@ModuleTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class RaceTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    Opportunities records;

    @Autowired
    OpportunityMoves moves;

    @Autowired
    Endings endings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SampleData sample;

    @Autowired
    JsonMapper json;

    private SampleOpportunities opportunities;
    private Viewer one = Viewer.system("test");
    private Viewer other = Viewer.system("test");
    private long id;

    @BeforeEach
    void twoWhoHaveReadTheSame() {
        opportunities = new SampleOpportunities(beans);
        id = Objects.requireNonNull(transaction.execute(_ -> {
            long owner = sample.user("Li Lei");
            one = viewer(owner, SampleOpportunities.EVERY_RIGHT);
            other = viewer(sample.user("Han Meimei"), SampleOpportunities.EVERY_RIGHT);
            return opportunities.ripe(owner);
        }));
    }

    @RepeatedTest(5)
    void twoEdits() throws Exception {
        assertThat(AtOnce.answers(() -> edit("nextStep", "call", one), () -> edit("description", "big", other)))
                .containsExactlyInAnyOrder("1", "stale-version");
        OpportunityRecord row = opportunities.row(id);
        assertThat(Stream.of(row.getNextStep(), row.getDescription()).filter(Objects::nonNull))
                .hasSize(1);
    }

    @RepeatedTest(5)
    void anEditAndAMove() throws Exception {
        assertThat(AtOnce.answers(() -> edit("nextStep", "call", one), () -> move("B", other)))
                .containsExactlyInAnyOrder("1", "stale-version");
        OpportunityRecord row = opportunities.row(id);
        assertThat(row.getNextStep() != null).isNotEqualTo(row.getStageId() == opportunities.stage("B"));
    }

    @RepeatedTest(5)
    void twoMoves() throws Exception {
        assertThat(AtOnce.answers(() -> move("B", one), () -> move("C", other)))
                .containsExactlyInAnyOrder("1", "stale-version");
        assertThat(opportunities.row(id).getVersion()).isOne();
    }

    @RepeatedTest(5)
    void anEndingAndADeferral() throws Exception {
        LocalDate day = LocalDate.now(Time.ZONE).plusDays(3);
        Learned learned = new Learned("l", "p", one.userId(), day);
        assertThat(AtOnce.answers(
                        () -> String.valueOf(
                                endings.lose(id, new Loss("PRICE_TOO_HIGH", "dear", null, null), learned, 0, one)),
                        () -> String.valueOf(moves.defer(id, day, "later", 0, other))))
                .containsExactlyInAnyOrder("1", "stale-version");
        assertThat(opportunities.row(id).getStatus()).isIn("LOST", "DEFERRED");
    }

    /** Whoever asks without a version acts on what is there, as programs did before: still nobody's work is lost. */
    @RepeatedTest(3)
    void twoEditsThatDoNotSayWhatTheyRead() throws Exception {
        assertThat(AtOnce.answers(
                        () -> String.valueOf(records.edit(id, json.readTree("{\"nextStep\": \"call\"}"), one)),
                        () -> String.valueOf(records.edit(id, json.readTree("{\"description\": \"big\"}"), other))))
                .containsExactlyInAnyOrder("1", "2");
        assertThat(opportunities.row(id).getNextStep()).isEqualTo("call");
        assertThat(opportunities.row(id).getDescription()).isEqualTo("big");
    }

    static Stream<String> verbs() {
        return Stream.of(
                "PUT /stage",
                "POST /win",
                "POST /loss",
                "POST /deferral",
                "POST /resumption",
                "POST /abandonment",
                "POST /invalidation",
                "POST /reopening",
                "PUT /review",
                "PUT /validity",
                "PUT /validity-waiver",
                "DELETE /validity-waiver?version=7",
                "PUT /owner");
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbRefusesWhatWasReadBefore(String verb) {
        String body = """
                {"version": 7, "stageId": "%d", "ownerId": "%d", "reason": "x"}""".formatted(opportunities.stage("B"), other.userId());
        String[] parts = verb.split(" ", -1);
        assertThat(new Http(beans).send(HttpMethod.valueOf(parts[0]), "/" + id + parts[1], body, one))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/stale-version\", \"current\": 0}");
        assertThat(opportunities.row(id).getVersion()).isZero();
    }

    private String edit(String field, String text, Viewer viewer) {
        String body = "{\"version\": 0, \"%s\": \"%s\"}".formatted(field, text);
        return String.valueOf(records.edit(id, json.readTree(body), viewer));
    }

    private String move(String stage, Viewer viewer) {
        return String.valueOf(moves.moveToStage(id, opportunities.stage(stage), null, null, 0, viewer));
    }
}
