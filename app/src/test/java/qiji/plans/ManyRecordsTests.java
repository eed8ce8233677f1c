package qiji.plans;

import static db.opportunity.Tables.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.DeclaresPermissions;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.platform.Time;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;

/**
 * What the database reads and writes for whole requests over 100,000 opportunities: through which large tables it goes from
 * end to end, by which indexes it looks up, how many rows. It is what was done, not what was planned, with all that triggers
 * and foreign keys look up. [X1 X2]
 */
@ModuleTest
@TestPropertySource(properties = "test.database=many")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyRecordsTests {
    /** Of a table of fewer rows, all may be read. */
    private static final int LARGE = 5_000;
    /** What is shown of lanes, and rows of pages that were written to meanwhile. */
    private static final int FEW = 2_000;

    @Autowired
    DSLContext jooq;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    Writing writing;

    @Autowired
    MockMvcTester http;

    @Autowired
    List<DeclaresPermissions> permissions;

    private Viewer everything = Viewer.system("set before each");
    private Viewer region = everything;
    private Viewer team = everything;

    @BeforeAll
    void fill() {
        Many.fill(DSL.using(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
        everything = Everything.allowed(42, permissions);
        region = ofDepartments(60, 119);
        team = ofDepartments(101, 103);
    }

    /** What workers read is not told to the transaction that they work for. */
    @BeforeEach
    void withoutWorkers() {
        jooq.execute("set local max_parallel_workers_per_gather = 0");
    }

    private Viewer ofDepartments(int first, int last) {
        Scope scope =
                Scope.ofDepartments(LongStream.rangeClosed(first, last).boxed().collect(Collectors.toSet()));
        return everything.reaching(
                everything.scopes().keySet().stream().collect(Collectors.toMap(it -> it, _ -> scope)));
    }

    /** What {@code ask} did: it went through no large table, read at most so many rows, and looked up by these indexes. */
    private Reading check(Runnable ask, int most, String... indexes) {
        Reading done = done(ask);
        assertThat(done.passedThrough(LARGE)).as(done.toString()).isEmpty();
        assertThat(done.fetched()).as(done.toString()).isPositive().isLessThanOrEqualTo(most);
        assertThat(done.indexes()).containsKeys(indexes);
        return done;
    }

    private Reading done(Runnable ask) {
        Reading before = Reading.now(jooq);
        ask.run();
        return Reading.now(jooq).since(before);
    }

    private Runnable search(String type, String word, Viewer viewer) {
        return () -> assertThat(Api.of(http, viewer)
                        .read("/api/search/" + type + "?q=" + word)
                        .path("found")
                        .asInt())
                .isPositive();
    }

    private Runnable read(String path, Viewer viewer, Object... variables) {
        return () -> assertThat(Api.of(http, viewer).get(path, variables)).hasStatusOk();
    }

    /** Rare words are looked up; frequent ones walked along time, or along what a team sees: never through all that match. */
    @ParameterizedTest
    @CsvSource({
        "opportunity, opportunity_by_created, opportunity_by_department",
        "customer, customer_by_created, customer_by_department",
        "contact, contact_by_created, contact_by_created",
        "activity, activity_by_time, activity_by_record",
        "file, file_by_time, file_by_record"
    })
    void aBoxFindsByIndexes(String type, String newest, String ofTeam) {
        check(search(type, Many.RARE, everything), 300, type + "_by_search");
        check(search(type, Many.SOME, everything), 3_000, type + "_by_search");
        check(search(type, Many.SOME, region), 3_000, type + "_by_search");
        check(search(type, Many.FREQUENT, everything), 15_000, newest);
        check(search(type, Many.FREQUENT, team), 15_000, ofTeam);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/opportunities/4300",
                "/api/opportunities/4300/timeline",
                "/api/opportunities/4300/history",
                "/api/opportunities/4300/lessons",
                "/api/opportunities/4300/city-reports",
                "/api/opportunities/4300/gate-waivers",
                "/api/opportunities/4300/key-actions",
                "/api/opportunities/4300/team",
                "/api/opportunities/4300/contacts",
                "/api/opportunities/4300/lines",
                "/api/opportunities/4300/rivals",
                "/api/opportunities/4300/risks",
                "/api/opportunities/4300/assessments",
                "/api/opportunities/4300/plan",
                "/api/opportunities/4300/profit",
                "/api/approvals/of?recordType=opportunity&recordId=4300"
            })
    void eachPartOfAPageReadsFewRowsByTheirKeys(String path) {
        check(read(path, region), 200, "opportunity_pkey");
    }

    /** The numbers come from the index alone; what is fetched are the first rows of each lane, and what they name. */
    @Test
    void aBoardReadsTheFirstOfEachLane() {
        String board = "/api/records/opportunity/lanes?by=stage&sums=expectedAmount,weightedAmount&limit=20";
        check(read(board, region), 2_000, "opportunity_by_department", "opportunity_pkey");
        check(
                read(board + "&asOf=" + LocalDate.now(Time.ZONE).minusDays(20), region),
                2_000,
                "opportunity_by_department",
                "opportunity_history_by_department");
    }

    /** What is told of everything, of today and of a past day, is added up from indexes: few rows are fetched. */
    @Test
    void numbersOfEverythingComeFromIndexesAlone() {
        String open = "{\"field\":\"status\",\"op\":\"is\",\"value\":\"OPEN\"}";
        String then = "&asOf=" + LocalDate.now(Time.ZONE).minusDays(20);
        String records = "/api/records/opportunity/";
        String lanes = "lanes?sums=expectedAmount,weightedAmount&filter={open}&by=";
        checkNumbers(read(records + lanes + "rad&limit=0", everything, open), "opportunity_by_budget");
        checkNumbers(read("/api/opportunities/score-bands", everything), "opportunity_by_score");
        checkNumbers(
                read(records + "sums?fields=expectedAmount,weightedAmount" + then, everything),
                "opportunity_history_by_span");
        checkNumbers(read(records + lanes + "stage&limit=20" + then, everything, open), "opportunity_history_by_span");
    }

    private void checkNumbers(Runnable ask, String index) {
        Reading done = done(ask);
        assertThat(done.passedThrough(LARGE)).as(done.toString()).isEmpty();
        assertThat(done.indexes()).containsKeys(index);
        assertThat(done.fetched()).as(done.toString()).isLessThanOrEqualTo(FEW);
    }

    /** As many rows are read and written as with ten opportunities. */
    @Test
    void aNewOneAndAMoveOfItsStageWriteFewRows() {
        Api api = Api.of(http, everything);
        List<Long> made = new ArrayList<>();
        Reading created = check(() -> made.add(api.create("/api/opportunities", """
                        {"name": "新商机", "customer": "100", "expectedAmount": 1000, "expectedSignOn": "2027-03-31"}""")), 100, "customer_pkey");
        assertThat(created.written()).isBetween(3L, 8L);

        long id = made.getFirst();
        writing.by(Viewer.system("ripens"));
        jooq.update(OPPORTUNITY)
                .set(OPPORTUNITY.NEED_KNOWN, true)
                .set(OPPORTUNITY.NEED_EVIDENCE, "拜访")
                .set(OPPORTUNITY.KP_KNOWN, true)
                .set(OPPORTUNITY.KP_EVIDENCE, "拜访")
                .set(OPPORTUNITY.BUDGET_KNOWN, true)
                .set(OPPORTUNITY.BUDGET_EVIDENCE, "拜访")
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
        long next = jooq.fetchSingle("select id from process.stage where position = 2")
                .get(0, Long.class);
        Reading moved = check(
                () -> assertThat(
                                api.put("/api/opportunities/" + id + "/stage", "{\"stageId\": \"%d\"}".formatted(next)))
                        .hasStatusOk(),
                100,
                "opportunity_pkey");
        assertThat(moved.written()).isBetween(4L, 12L);
    }
}
