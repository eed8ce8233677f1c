package qiji.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** What becomes of rules: drafts, editions, the lock, and what holds where. [X7] [S10] */
@ModuleTest
@Import(ColourRule.class)
class RulesTests {
    private static final LocalDate TODAY = LocalDate.now(Time.ZONE);
    private static final String URI = "/api/rules/" + ColourRule.CODE;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    @Autowired
    SampleData sample;

    @Autowired
    Rules rules;

    @Autowired
    ColourRule kind;

    private long region;
    private long branch;
    private Viewer headquarters;
    private Api api;

    @BeforeEach
    void companyOfARegionWithABranch() {
        region = sample.department("Region");
        branch = sample.department("Branch", region);
        rules.forget(); // the test's own departments were made behind its back
        headquarters = SampleData.viewer(sample.user("Chief"), "rule:read", "rule:edit");
        api = Api.of(http, headquarters);
    }

    private static String place(@Nullable Long department) {
        return department == null ? "" : "?department=" + department;
    }

    private static int version(Api api, @Nullable Long department) {
        return api.read(URI + place(department)).path("version").intValue();
    }

    private static long draft(Api api, @Nullable Long department, String colour) {
        return api.create(
                URI + "/editions",
                "{\"departmentId\": %s, \"version\": %d, \"body\": {\"colour\": \"%s\"}}"
                        .formatted(department, version(api, department), colour));
    }

    private static MvcTestResult publish(Api api, @Nullable Long department, long draft, LocalDate from) {
        return api.put(
                URI + "/editions/" + draft + "/publication",
                "{\"version\": %d, \"effectiveFrom\": \"%s\", \"reason\": \"decided\"}"
                        .formatted(version(api, department), from));
    }

    private void published(@Nullable Long department, String colour, LocalDate from) {
        assertThat(publish(api, department, draft(api, department, colour), from))
                .hasStatusOk();
    }

    private String at(@Nullable Long department, LocalDate day) {
        return rules.at(kind, department, day).colour();
    }

    @Test
    void holdFromTheirDayOnInTheNearestDepartment() {
        assertThat(at(branch, TODAY)).isEqualTo("white");
        published(null, "red", TODAY);
        published(region, "blue", TODAY.plusDays(7));
        assertThat(at(branch, TODAY)).isEqualTo("red");
        assertThat(at(branch, TODAY.plusDays(6))).isEqualTo("red");
        assertThat(at(branch, TODAY.plusDays(7))).isEqualTo("blue");
        assertThat(at(null, TODAY.plusDays(7))).isEqualTo("red");
        assertThat(at(branch, TODAY.minusDays(1))).as("the past stays").isEqualTo("white");
    }

    @Test
    void areHeadquartersWhereItLocksThem() {
        published(null, "red", TODAY);
        published(region, "blue", TODAY);
        long waiting = draft(api, region, "green");
        assertThat(api.put(
                        URI + "/lock",
                        "{\"version\": %d, \"locked\": true, \"reason\": \"one for all\"}"
                                .formatted(version(api, null))))
                .hasStatusOk();
        assertThat(at(branch, TODAY)).isEqualTo("red");
        assertThat(publish(api, region, waiting, TODAY)).hasStatus(HttpStatus.CONFLICT);
        assertThat(api.put(
                        URI + "/lock",
                        "{\"version\": %d, \"locked\": false, \"reason\": \"again\"}".formatted(version(api, null))))
                .hasStatusOk();
        assertThat(at(branch, TODAY)).isEqualTo("blue");
    }

    @Test
    void giveWayToWhatHoldsAbove() {
        published(region, "blue", TODAY);
        long back = api.create(
                URI + "/editions", "{\"departmentId\": %d, \"version\": %d}".formatted(region, version(api, region)));
        assertThat(publish(api, region, back, TODAY)).hasStatusOk();
        assertThat(at(branch, TODAY)).isEqualTo("white");
    }

    @Test
    void areToldWithWhatDiffers() {
        published(null, "red", TODAY);
        draft(api, null, "green");
        JsonNode told = api.read(URI);
        assertThat(told.path("inForce").path("source").asString()).isEqualTo("OWN");
        JsonNode draft = told.path("editions").get(0);
        assertThat(draft.path("state").asString()).isEqualTo("DRAFT");
        assertThat(draft.path("removed").get(0).asString()).isEqualTo("颜色：red");
        assertThat(draft.path("added").get(0).asString()).isEqualTo("颜色：green");
        JsonNode first = told.path("editions").get(1);
        assertThat(first.path("number").intValue()).isEqualTo(1);
        assertThat(first.path("inForce").booleanValue()).isTrue();
        assertThat(first.path("removed").get(0).asString()).isEqualTo("颜色：white");
        Api reader = Api.of(http, SampleData.viewer(sample.user("Reader"), "rule:read"));
        assertThat(reader.read(URI).path("editions").size()).as("no drafts").isEqualTo(1);
    }

    @Test
    void differFromWhatHeldAboveWhenTheyWerePublished() {
        published(null, "red", TODAY);
        published(region, "blue", TODAY);
        published(null, "green", TODAY);
        JsonNode edition = api.read(URI + place(region)).path("editions").get(0);
        assertThat(edition.path("removed").get(0).asString()).isEqualTo("颜色：red");
    }

    @Test
    void differFromTheOneThatWasThereWhenTheyWerePublished() {
        published(null, "red", TODAY.plusDays(9));
        published(null, "blue", TODAY.plusDays(5));
        published(null, "green", TODAY.plusDays(7));
        JsonNode editions = api.read(URI).path("editions");
        assertThat(editions.get(0).path("removed").get(0).asString()).isEqualTo("颜色：white");
        assertThat(editions.get(1).path("removed").get(0).asString()).isEqualTo("颜色：blue");
        assertThat(api.put(
                        URI + "/editions/" + editions.get(2).path("id").asLong() + "/withdrawal",
                        "{\"version\": %d, \"reason\": \"too soon\"}".formatted(version(api, null))))
                .hasStatusOk();
        JsonNode green = api.read(URI).path("editions").get(1);
        assertThat(green.path("removed").get(0).asString()).isEqualTo("颜色：blue");
    }

    @Test
    void areRefusedWithAllFaults() {
        MvcTestResult refused = api.post(URI + "/editions", "{\"version\": 0, \"body\": {\"colour\": \"\"}}");
        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Api.body(refused).path("fields").get(0).path("field").asString())
                .isEqualTo("body.colour");
        assertThat(api.post(URI + "/editions", "{\"version\": 0, \"body\": {\"colour\": {\"a\": 1}}}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        long draft = draft(api, null, "red");
        MvcTestResult early = api.put(
                URI + "/editions/" + draft + "/publication",
                "{\"version\": %d, \"effectiveFrom\": \"%s\"}".formatted(version(api, null), TODAY.minusDays(1)));
        assertThat(early).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Api.body(early).path("fields").findValuesAsString("field"))
                .containsExactly("reason", "effectiveFrom");
        for (String far : List.of("2201-01-01", "+999999999-12-31")) {
            MvcTestResult late = api.put(
                    URI + "/editions/" + draft + "/publication",
                    "{\"version\": %d, \"effectiveFrom\": \"%s\", \"reason\": \"x\"}"
                            .formatted(version(api, null), far));
            assertThat(Api.body(late).path("fields").findValuesAsString("field"))
                    .containsExactly("effectiveFrom");
        }
        assertThat(api.get("/api/rules/no-such-kind")).hasStatus(HttpStatus.NOT_FOUND);
    }

    /** Whatever a body of any kind lacks, people are told what is wrong with it. */
    @Test
    void areRefusedWithPartsMissing() {
        for (JsonNode each : api.read("/api/rules")) {
            String uri = "/api/rules/" + each.path("id").asString();
            for (String body : List.of(
                    "{}", "[]", "7", "{\"limits\": {}}", "{\"flows\": [null]}", "{\"flows\": [{\"levels\": [{}]}]}")) {
                int version = api.read(uri).path("version").intValue();
                MvcTestResult answer =
                        api.post(uri + "/editions", "{\"version\": %d, \"body\": %s}".formatted(version, body));
                assertThat(answer.getResponse().getStatus())
                        .as(uri + " " + body)
                        .isLessThan(500);
                assertThat(api.get(uri)).as(uri + " after " + body).hasStatusOk();
            }
        }
    }

    @Test
    void areWithdrawnOnlyBeforeTheirDay() {
        long now = draft(api, null, "red");
        assertThat(publish(api, null, now, TODAY)).hasStatusOk();
        long later = draft(api, null, "blue");
        assertThat(publish(api, null, later, TODAY.plusDays(3))).hasStatusOk();
        assertThat(withdraw(now)).hasStatus(HttpStatus.CONFLICT);
        assertThat(withdraw(later)).hasStatusOk();
        assertThat(at(null, TODAY.plusDays(3))).isEqualTo("red");
        assertThat(withdraw(later)).hasStatus(HttpStatus.CONFLICT);
        assertThat(publish(api, null, later, TODAY.plusDays(3))).hasStatus(HttpStatus.CONFLICT);
    }

    private MvcTestResult withdraw(long edition) {
        return api.put(
                URI + "/editions/" + edition + "/withdrawal",
                "{\"version\": %d, \"reason\": \"no\"}".formatted(version(api, null)));
    }

    @Test
    void neverChangeOncePublished() {
        long edition = draft(api, null, "red");
        assertThat(publish(api, null, edition, TODAY)).hasStatusOk();
        assertThat(api.put(
                        URI + "/editions/" + edition,
                        "{\"version\": %d, \"body\": {\"colour\": \"blue\"}}".formatted(version(api, null))))
                .hasStatus(HttpStatus.CONFLICT);
        for (String change : List.of(
                "update rule.edition set body = '{}' where id = ",
                "update rule.edition set effective_from = effective_from - 1 where id = ",
                "update rule.edition set state = 'DRAFT' where id = ",
                "delete from rule.edition where id = ")) {
            jooq.execute("savepoint before");
            assertThatThrownBy(() -> jooq.execute(change + edition))
                    .as(change)
                    .hasStackTraceContaining("it never changes");
            jooq.execute("rollback to savepoint before");
        }
    }

    @Test
    void areRefinedWithinOnesScope() {
        Api regional = Api.of(
                http,
                SampleData.scoped(
                        SampleData.viewer(sample.user("Regional"), "rule:read", "rule:edit"),
                        "rule",
                        Scope.ofDepartments(Set.of(region, branch))));
        assertThat(publish(regional, branch, draft(regional, branch, "blue"), TODAY))
                .hasStatusOk();
        assertThat(regional.post(URI + "/editions", "{\"version\": 0, \"body\": {\"colour\": \"blue\"}}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        long foreign = draft(api, null, "red");
        assertThat(regional.put(URI + "/editions/" + foreign, "{\"version\": 1}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        Api reader = Api.of(http, SampleData.viewer(sample.user("Reader"), "rule:read"));
        assertThat(reader.post(URI + "/editions", "{\"version\": 0}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(Api.of(http, SampleData.viewer(sample.user("Stranger"))).get(URI))
                .hasStatus(HttpStatus.FORBIDDEN);
    }
}
