package qiji.records.bulk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** X2: many records at once, each by the rules of its own; what is refused says why. Jobs commit, so nothing is rolled back. */
@ModuleTest
@Transactional(propagation = NOT_SUPPORTED)
class BulkTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    Viewers viewers;

    private Api api;
    private String prefix;

    /** The administrator, whom a job finds again with all their rights. */
    @BeforeEach
    void theAdministrator() {
        Viewer admin = viewers.find(1).orElseThrow();
        api = Api.of(http, admin);
        prefix = SampleData.unique("批量");
    }

    private List<Long> customers(int count) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(api.create("/api/customers", "{\"name\":\"%s 第%d\",\"tags\":[\"旧\"]}".formatted(prefix, i)));
        }
        return ids;
    }

    private String ours() {
        return "{\"field\":\"name\",\"op\":\"startsWith\",\"value\":\"%s\"}".formatted(prefix);
    }

    private JsonNode run(String type, String action, String selection, String given) {
        MvcTestResult started = api.post(
                "/api/records/" + type + "/bulk",
                "{\"action\":\"%s\",\"selection\":%s,\"given\":%s}".formatted(action, selection, given));
        assertThat(started).hasStatus(HttpStatus.ACCEPTED);
        String id = Api.body(started).path("id").asString();
        String job = api.read("/api/bulk-runs/" + id).path("jobId").asString();
        JsonNode ended = await().atMost(60, SECONDS)
                .until(
                        () -> api.read("/api/jobs/" + job),
                        it -> !it.path("finishedAt").isNull());
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("DONE");
        return api.read("/api/bulk-runs/" + id);
    }

    private static String ids(List<Long> ids) {
        return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private long count(String condition) {
        return api.read("/api/records/customer/count?filter={f}", "{\"and\":[%s,%s]}".formatted(ours(), condition))
                .path("count")
                .asLong();
    }

    @Test
    void changesAllThatMeetTheFilterButForThoseTakenOut() {
        List<Long> made = customers(30);
        JsonNode run = run(
                "customer",
                "edit",
                "{\"filter\":%s,\"excluded\":%s}".formatted(ours(), ids(made.subList(0, 3))),
                "{\"region\":\"广东\"}");
        assertThat(run.path("chosen").intValue()).isEqualTo(27);
        assertThat(run.path("done").intValue()).isEqualTo(27);
        assertThat(count("{\"field\":\"region\",\"op\":\"is\",\"value\":\"广东\"}"))
                .isEqualTo(27);
        assertThat(count(
                        "{\"and\":[{\"field\":\"id\",\"op\":\"in\",\"value\":%s},{\"field\":\"region\",\"op\":\"empty\"}]}"
                                .formatted(ids(made.subList(0, 3)))))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ids\":[]}", "{\"filter\":null,\"ids\":[]}"})
    void meansNothingByNothing(String selection) {
        assertThat(api.post(
                        "/api/records/customer/bulk",
                        "{\"action\":\"edit\",\"selection\":%s,\"given\":{\"region\":\"北京\"}}".formatted(selection)))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api.get("/api/records/customer/export?fields=")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api.post("/api/records/customer/exports", "{\"format\":\"CSV\",\"fields\":[\"name\"],\"ids\":[]}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void exportsAllThatAreNamedOrNone() {
        String many = LongStream.rangeClosed(1, 1001).mapToObj(Long::toString).collect(Collectors.joining(","));
        assertThat(api.get("/api/records/customer/export?ids=" + many)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void tellsOfEachRefusedRecordWhy() {
        List<Long> made = customers(4);
        assertThat(api.post("/api/customers/" + made.get(1) + "/archive", "")).hasStatus(HttpStatus.NO_CONTENT);
        List<Long> chosen = new ArrayList<>(made);
        chosen.add(Long.MAX_VALUE);
        JsonNode run = run("customer", "edit", "{\"ids\":%s}".formatted(ids(chosen)), "{\"region\":\"北京\"}");
        assertThat(run.path("done").intValue()).isEqualTo(3);
        assertThat(run.path("refused").intValue())
                .as("the archived one, and what is not there")
                .isEqualTo(2);
        JsonNode refusals = api.read("/api/bulk-runs/" + run.path("id").asString() + "/refusals")
                .path("refusals");
        JsonNode archived = refusals.get(0);
        assertThat(archived.path("recordId").asString()).isEqualTo(Long.toString(made.get(1)));
        assertThat(archived.path("label").asString()).startsWith(prefix);
        assertThat(archived.at("/problem/type").asString()).endsWith("archived");
        assertThat(refusals.get(1).at("/problem/type").asString()).endsWith("not-found");
    }

    @Test
    void addsAndRemovesOneTagAndLeavesTheOthers() {
        List<Long> made = customers(3);
        String all = "{\"ids\":%s}".formatted(ids(made));
        JsonNode added = run("customer", "addTag", all, "{\"field\":\"tags\",\"tag\":\"新\"}");
        assertThat(added.path("done").intValue()).isEqualTo(3);
        assertThat(
                        count(
                                "{\"and\":[{\"field\":\"tags\",\"op\":\"is\",\"value\":\"新\"},{\"field\":\"tags\",\"op\":\"is\",\"value\":\"旧\"}]}"))
                .isEqualTo(3);
        JsonNode again = run("customer", "addTag", all, "{\"field\":\"tags\",\"tag\":\"新\"}");
        assertThat(again.path("unchanged").intValue()).isEqualTo(3);
        run("customer", "removeTag", all, "{\"field\":\"tags\",\"tag\":\"旧\"}");
        assertThat(count("{\"field\":\"tags\",\"op\":\"is\",\"value\":\"旧\"}")).isZero();
    }

    @Test
    void judgesTheGatesOfEachOpportunity() {
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            made.add(api.create("/api/opportunities", "{\"name\":\"%s %d\"}".formatted(prefix, i)));
        }
        String next = api.read("/api/records/stage?fields=name,position&sort=position&limit=50")
                .at("/rows/3/id")
                .asString();
        JsonNode run =
                run("opportunity", "move", "{\"ids\":%s}".formatted(ids(made)), "{\"stageId\":\"%s\"}".formatted(next));
        assertThat(run.path("refused").intValue()).isEqualTo(2);
        JsonNode refusal = api.read("/api/bulk-runs/" + run.path("id").asString() + "/refusals")
                .at("/refusals/0/problem");
        assertThat(refusal.path("type").asString()).endsWith("stage-gates-unmet");
        assertThat(refusal.path("unmetGates")).as(refusal.toString()).isNotEmpty();
    }

    // D1: of many, too, nobody writes over what they have not seen; the rest goes on.
    @Test
    void leavesThoseAloneThatWereChangedSinceTheyWereChosen() {
        List<Long> made = List.of(
                api.create("/api/opportunities", "{\"name\":\"%s 一\"}".formatted(prefix)),
                api.create("/api/opportunities", "{\"name\":\"%s 二\"}".formatted(prefix)));
        String given = "{\"description\":\"x\",\"versions\":{\"%d\":0,\"%d\":4}}".formatted(made.get(0), made.get(1));
        JsonNode run = run("opportunity", "edit", "{\"ids\":%s}".formatted(ids(made)), given);
        assertThat(run.path("done").intValue()).isOne();
        assertThat(api.read("/api/bulk-runs/" + run.path("id").asString() + "/refusals")
                        .at("/refusals/0/problem/type")
                        .asString())
                .endsWith("stale-version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer | nothing | {} | 404",
                "customer | move | {\"stageId\":\"1\"} | 404",
                "customer | edit | {} | 400",
                "customer | edit | {\"nothing\":1} | 400",
                "customer | edit | {\"name\":null} | 400",
                "customer | transfer | {\"ownerId\":\"x\",\"reason\":\"y\"} | 400",
                "customer | transfer | {\"ownerId\":\"1\"} | 400",
                "customer | addTag | {\"field\":\"name\",\"tag\":\"x\"} | 400",
                "customer | addTag | {\"field\":\"tags\",\"tag\":\" \"} | 400",
            })
    void doesNotBeginWhatCannotBeDone(String type, String action, String given, int status) {
        assertThat(api.post(
                        "/api/records/" + type + "/bulk",
                        "{\"action\":\"%s\",\"selection\":{\"ids\":[\"1\"]},\"given\":%s}".formatted(action, given)))
                .hasStatus(status);
    }

    @Test
    void isOfferedAndAllowedByRights() {
        Viewer reader = SampleData.viewer(900_001, "customer:read");
        Api theirs = Api.of(http, reader);
        assertThat(theirs.read("/api/records/customer/bulk").path("actions")).isEmpty();
        assertThat(theirs.post(
                        "/api/records/customer/bulk",
                        "{\"action\":\"edit\",\"selection\":{\"ids\":[\"1\"]},\"given\":{\"region\":\"x\"}}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        Set<String> offered = api.read("/api/records/customer/bulk")
                .path("actions")
                .valueStream()
                .map(it -> it.path("action").asString())
                .collect(Collectors.toSet());
        assertThat(offered).containsExactlyInAnyOrder("edit", "addTag", "removeTag", "transfer", "archive");
    }

    @Test
    void writesAListIntoAFileThatOnlyWhoAskedCanFetch() throws Exception {
        customers(5);
        MvcTestResult started = api.post(
                "/api/records/customer/exports",
                "{\"format\":\"CSV\",\"fields\":[\"name\",\"region\"],\"filter\":%s,\"sort\":\"name\"}"
                        .formatted(ours()));
        assertThat(started).hasStatus(HttpStatus.ACCEPTED);
        String id = Api.body(started).path("id").asString();
        JsonNode written = await().atMost(60, SECONDS)
                .until(
                        () -> api.read("/api/exports/" + id),
                        it -> !it.path("expiresAt").isNull());
        assertThat(written.path("rows").intValue()).isEqualTo(5);
        MvcTestResult file = api.get("/api/exports/" + id + "/content");
        assertThat(file).hasStatusOk();
        String text = file.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(6);
        assertThat(text).contains(prefix + " 第0");
        Api other = Api.of(http, SampleData.viewer(900_002, "customer:read", "customer:export"));
        assertThat(other.get("/api/exports/" + id + "/content")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(other.get("/api/exports/" + id)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.post("/api/records/customer/exports", "{\"format\":\"CSV\",\"fields\":[\"nothing\"]}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }
}
