package qiji.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** D10: follow-ups, on a customer as an example of a record. */
@ModuleTest
class ActivitiesTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    private Api own;
    private Api stranger;
    private Api reader;
    private Api leader;
    private long customer;

    @BeforeEach
    void aCustomerOfASeller() {
        Viewer seller = seller("Li Lei");
        own = Api.of(http, seller);
        stranger = Api.of(http, seller("Han Meimei"));
        reader = Api.of(
                http,
                SampleData.scoped(
                        SampleData.viewer(
                                sample.user("Reader"),
                                "customer:read",
                                "activity:read",
                                "activity:create",
                                "activity:edit"),
                        "activity",
                        Scope.none()));
        leader = Api.of(
                http, SampleData.viewer(sample.user("Leader"), "customer:read", "activity:read", "activity:edit"));
        customer = own.create("/api/customers", "{\"name\": \"星河\"}");
    }

    private Viewer seller(String name) {
        Viewer viewer = SampleData.viewer(
                sample.user(name),
                "customer:read",
                "customer:create",
                "customer:edit",
                "activity:read",
                "activity:create",
                "activity:edit",
                "activity:export");
        Scope mine = Scope.ofOwners(Set.of(viewer.userId()));
        return SampleData.scoped(SampleData.scoped(viewer, "customer", mine), "activity", mine);
    }

    private long log(String subject) {
        return own.create("/api/activities", body(subject, "\"happenedAt\": \"2026-11-20T02:00:00Z\""));
    }

    private String body(String subject, String more) {
        return "{\"recordType\": \"customer\", \"recordId\": \"%d\", \"kind\": \"VISIT\", \"subject\": \"%s\", %s}"
                .formatted(customer, subject, more);
    }

    @Test
    void keepsWhatWasDoneAndWhatComesNext() {
        long id = own.create(
                "/api/activities",
                body("拜访信息科", "\"outcome\": \"有意向\", \"nextStep\": \"报价\", \"nextStepOn\": \"2026-12-01\""));

        JsonNode page = own.read("/api/activities/" + id);
        assertThat(page.path("values").path("kind").asString()).isEqualTo("VISIT");
        assertThat(page.path("values").path("recordName").asString()).isEqualTo("星河");
        assertThat(page.path("values").path("recordId").asString()).isEqualTo(Long.toString(customer));
        assertThat(page.path("values").path("happenedAt").asString()).startsWith("20");
        assertThat(page.path("may").path("edit").asBoolean()).isTrue();
        assertThat(subjects(own, filter("recordId", Long.toString(customer)))).containsExactly("拜访信息科");
        assertThat(subjects(own, filter("recordId", "0"))).isEmpty();
        assertThat(subjects(own, filter("recordId", "no id"))).isEmpty();
        assertThat(own.read("/api/search?q={q}", "信息科").toString()).contains("拜访信息科");
    }

    // A3: visible iff its record is.
    @Test
    void hidesWhatTheViewerMayNotSee() {
        long id = log("secret");

        assertThat(stranger.get("/api/activities/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.patch("/api/activities/" + id, "{\"subject\": \"x\"}"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.delete("/api/activities/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.post("/api/activities", body("x", "\"outcome\": \"x\"")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(stranger.read("/api/records/activity").path("rows")).isEmpty();
        assertThat(stranger.read("/api/records/activity/count").path("count").asInt())
                .isZero();
        assertThat(stranger.read("/api/search?q={q}", "secret").path("groups")).isEmpty();
        assertThat(subjects(reader, filter("subject", "secret"))).containsExactly("secret");
    }

    @Test
    void letsChangeOnlyOnesOwnOrThoseWithinTheScope() {
        long id = log("A");

        assertThat(reader.post("/api/activities", body("x", "\"outcome\": \"x\"")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(reader.patch("/api/activities/" + id, "{\"subject\": \"x\"}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(reader.delete("/api/activities/" + id)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(own.patch("/api/activities/" + id, "{\"version\": 0, \"subject\": \"B\"}"))
                .hasStatusOk();
        assertThat(own.patch("/api/activities/" + id, "{\"version\": 0, \"subject\": \"C\"}"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(leader.patch("/api/activities/" + id, "{\"version\": 1, \"subject\": \"C\"}"))
                .hasStatusOk();
    }

    @Test
    void removesFromAllLists() {
        long id = log("A");

        assertThat(own.delete("/api/activities/" + id)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(subjects(own, filter("subject", "A"))).isEmpty();
        assertThat(own.delete("/api/activities/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void refusesWhatHasNotHappenedYetAndWhatNamesNoRecord() {
        assertThat(own.post("/api/activities", body("x", "\"happenedAt\": \"2190-01-01T00:00:00Z\"")))
                .bodyJson()
                .isLenientlyEqualTo("{\"fields\": [{\"field\": \"happenedAt\", \"code\": \"in-future\"}]}");
        for (String record : List.of(
                "\"subject\": \"x\"",
                "\"recordType\": 7, \"recordId\": {}",
                "\"recordType\": \"customer\", \"recordId\": \"x\"",
                "\"recordType\": \"customer\"")) {
            assertThat(own.post("/api/activities", "{\"kind\": \"CALL\", %s}".formatted(record)))
                    .as(record)
                    .hasStatus(HttpStatus.BAD_REQUEST);
        }
        assertThat(own.post("/api/activities", "{\"recordType\": \"nothing\", \"recordId\": \"1\"}"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(own.post("/api/activities", body("", "\"kind\": \"DANCE\""))).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private static String filter(String field, String value) {
        return "{\"field\": \"%s\", \"op\": \"is\", \"value\": \"%s\"}".formatted(field, value);
    }

    private static List<String> subjects(Api api, String filter) {
        JsonNode rows = api.read("/api/records/activity?fields=subject&filter={f}", filter)
                .path("rows");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("subject").asString())
                .toList();
    }
}
