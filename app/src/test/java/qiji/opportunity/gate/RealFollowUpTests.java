package qiji.opportunity.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.CONFLICT;
import static qiji.testing.SampleData.viewer;

import java.time.Instant;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.SampleOpportunities;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** A follow-up has an outcome and is done by the owner or the team; what else is logged lets no gate pass. */
@ModuleTest
@DisplayName("[D10 D5] what counts as a follow-up")
class RealFollowUpTests {
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
    private long colleague;
    private Api owner;
    private Api other;
    private long id;
    private String path = "";

    @BeforeEach
    void anOpportunityWhoseNextStageAsksForOne() {
        opportunities = new SampleOpportunities(beans);
        colleague = sample.user("Han Meimei");
        owner = api(sample.user("Li Lei"));
        other = api(colleague);
        opportunities.demand("{\"recentActivity\": {\"days\": 7}}");
        id = owner.create("/api/opportunities", "{\"name\": \"One\"}");
        path = "/api/opportunities/" + id;
    }

    private Api api(long user) {
        return Api.of(
                mvc,
                viewer(
                        user,
                        Stream.concat(
                                        Stream.of(SampleOpportunities.EVERY_RIGHT),
                                        Stream.of("activity:create", "activity:edit"))
                                .toArray(String[]::new)));
    }

    @Test
    void withoutAnOutcomeCountsOnceThatIsFilledIn() {
        long visit = log(owner, null);
        assertStale();
        assertThat(counts(visit)).isFalse();

        assertThat(owner.patch("/api/activities/" + visit, "{\"version\": 0, \"outcome\": \"They want it\"}"))
                .hasStatusOk();
        assertThat(counts(visit)).isTrue();
        assertThat(values().hasNonNull("lastFollowUpAt")).isTrue();
        assertThat(owner.patch("/api/activities/" + visit, "{\"version\": 1, \"outcome\": null}"))
                .hasStatusOk();
        assertStale();
        assertThat(owner.patch("/api/activities/" + visit, "{\"version\": 2, \"outcome\": \"Still\"}"))
                .hasStatusOk();
        assertThat(owner.put(path + "/stage", stage())).hasStatusOk();
    }

    @Test
    void byWhoIsNotOnTheTeamDoesNotCountThoughWhatItAgreesDoes() {
        long visit = log(other, "They want it");
        assertStale();
        assertThat(owner.read(path + "/timeline?kinds=ACTIVITY")
                        .at("/rows/0/counts")
                        .asBoolean(true))
                .isFalse();
        assertThat(values().at("/nextStep").asString()).isEqualTo("Call again");

        assertThat(owner.post(path + "/team", "{\"userId\": \"%d\", \"role\": \"SUPPORT\"}".formatted(colleague)))
                .hasStatus2xxSuccessful();
        assertThat(other.patch("/api/activities/" + visit, "{\"version\": 0, \"subject\": \"Was there\"}"))
                .hasStatusOk();
        assertThat(counts(visit)).as("as of when it was logged").isFalse();
        assertStale();
        assertThat(counts(log(other, "They want it"))).isTrue();
        assertThat(owner.put(path + "/stage", stage())).hasStatusOk();
    }

    @Test
    @DisplayName("[D3] what the responsible leader did in person is theirs, with an outcome")
    void ofTheLeader() {
        writing.by(Viewer.system("sample data"));
        jooq.execute("update opportunity.opportunity set responsible_leader_id = ? where id = ?", colleague, id);
        log(other, null);
        assertThat(values().hasNonNull("leaderFollowUpAt")).isFalse();
        log(other, "They want it");
        assertThat(values().hasNonNull("leaderFollowUpAt")).isTrue();
        assertStale();
    }

    @Test
    void ofBeforeThisWasAskedCountsAsItDid() {
        long visit = log(other, null);
        jooq.execute("update activity.activity set counts = null where id = ?", visit);
        assertThat(owner.put(path + "/stage", stage())).hasStatusOk();
    }

    private void assertStale() {
        var refused = owner.put(path + "/stage", stage());
        assertThat(refused).hasStatus(CONFLICT);
        assertThat(Api.body(refused).at("/unmetGates/0/kind").asString()).isEqualTo("ACTIVITY");
        assertThat(values().hasNonNull("lastFollowUpAt")).isFalse();
    }

    private boolean counts(long activity) {
        return owner.read("/api/activities/" + activity).at("/values/counts").asBoolean();
    }

    private JsonNode values() {
        return owner.read(path).path("values");
    }

    private long log(Api who, @Nullable String outcome) {
        return who.create(
                "/api/activities", """
                {"kind": "VISIT", "subject": "Was there", "happenedAt": "%s", "nextStep": "Call again",
                 "outcome": %s, "recordType": "opportunity", "recordId": "%d"}""".formatted(Instant.now(), outcome == null ? null : '"' + outcome + '"', id));
    }

    private String stage() {
        return "{\"stageId\": \"%d\"}"
                .formatted(opportunities.process().stages().get(1).key());
    }
}
