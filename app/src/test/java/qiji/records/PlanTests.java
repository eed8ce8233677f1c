package qiji.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.opportunity.OpportunityFields;
import qiji.platform.Time;
import qiji.testing.SampleData;
import qiji.testing.TestDatabase;

/** How the database goes about lists and numbers over 100,000 opportunities: by which index, and never through all rows. X2 */
class PlanTests {
    private static final String ALL_ROWS = "Seq Scan on opportunity";
    private static final String ALL_VERSIONS = "Seq Scan on opportunity_history";
    private static final Viewer EVERYTHING = viewer(Scope.everything());
    private static final Viewer REGION = viewer(departments(1, 60));
    private static final Viewer TEAM = viewer(departments(7, 9));
    private static final Viewer OWN = viewer(Scope.ofOwners(Set.of(42L)));

    private static DSLContext jooq;
    private static final List<Query> ASKED = new ArrayList<>();

    @BeforeAll
    static void fill() {
        var database = TestDatabase.fresh();
        DSLContext plain = DSL.using(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        ManyDeals.fill(plain);
        Configuration watched = plain.configuration().derive(ExecuteListener.onExecuteStart(PlanTests::keep));
        jooq = DSL.using(watched);
        assertThat(jooq.dialect()).isEqualTo(SQLDialect.POSTGRES);
    }

    private static void keep(ExecuteContext context) {
        Query query = context.query();
        if (query != null && !query.getSQL().startsWith("explain")) {
            ASKED.add(query);
        }
    }

    private static Scope departments(long first, long last) {
        return Scope.ofDepartments(LongStream.rangeClosed(first, last).boxed().collect(Collectors.toSet()));
    }

    private static Viewer viewer(Scope scope) {
        return SampleData.scoped(SampleData.viewer(42, "opportunity:read", "customer:read"), "opportunity", scope);
    }

    private static RecordQuery query(Viewer viewer) {
        Catalogue catalogue = new Catalogue(new Definitions(
                jooq,
                new RecordTypes(new StaticListableBeanFactory()
                        .getBeanProvider(ResolvableType.forClassWithGenerics(RecordType.class, Object.class)))));
        return new RecordQuery(jooq, catalogue, Clock.system(Time.ZONE), OpportunityFields.TYPE, viewer)
                .fields(List.of("number", "name", "customer", "stage", "owner", "expectedAmount", "createdAt"));
    }

    /** The plan of the statement over opportunities that {@code ask} led to. */
    private static String plan(Runnable ask) {
        ASKED.clear();
        ask.run();
        Query last = ASKED.stream()
                .filter(query -> query.getSQL().contains("\"opportunity\".\"opportunity\""))
                .toList()
                .getLast();
        return DSL.using(last.configuration()).explain(last).plan();
    }

    @Test
    void everythingIsWalkedInItsOrder() {
        assertThat(plan(() -> query(EVERYTHING).page(50, null)))
                .contains("opportunity_by_created")
                .doesNotContain(ALL_ROWS, "Seq Scan on customer");
    }

    @Test
    void fewDepartmentsAreWalkedEachAlongItsOwnIndex() {
        for (Viewer viewer : List.of(TEAM, REGION)) {
            assertThat(plan(() -> query(viewer).page(50, null)))
                    .contains("opportunity_by_department", "member_by_user")
                    .doesNotContain(ALL_ROWS, "opportunity_by_created");
        }
    }

    @Test
    void onesOwnAreWalkedByOwner() {
        assertThat(plan(() -> query(OWN).page(50, null)))
                .contains("opportunity_by_owner", "member_by_user")
                .doesNotContain(ALL_ROWS, "opportunity_by_created");
    }

    @Test
    void aLaterPageBeginsWhereTheOneBeforeEnded() {
        for (Viewer viewer : List.of(EVERYTHING, REGION, TEAM, OWN)) {
            String next = query(viewer).page(20, null).next();
            assertThat(plan(() -> query(viewer).page(20, next)))
                    .contains("ROW(", "Index Cond")
                    .doesNotContain(ALL_ROWS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expectedAmount", "-expectedAmount"})
    void anIndexedFieldIsWalkedEitherWay(String sort) {
        assertThat(plan(() -> query(EVERYTHING).sort(sort).page(50, null)))
                .contains("opportunity_by_amount")
                .doesNotContain(ALL_ROWS);
    }

    @Test
    void aFilterByStageAmountAndCustomFieldIsDrivenByAnIndex() {
        String filter = """
                {"and": [{"field": "stage", "op": "is", "value": "3"}, {"field": "cf_seats", "op": "gt", "value": 100},
                    {"field": "expectedAmount", "op": "between", "value": [100000, 300000]}]}
                """;
        for (Viewer viewer : List.of(EVERYTHING, REGION, TEAM, OWN)) {
            assertThat(plan(() -> query(viewer).where(filter).page(50, null)))
                    .contains("Index")
                    .doesNotContain(ALL_ROWS);
        }
    }

    @Test
    void thePastIsWalkedAlongWhatHoldsAndWhatHasEnded() {
        for (var walked : Map.of(EVERYTHING, "created", REGION, "department", TEAM, "department", OWN, "owner")
                .entrySet()) {
            assertThat(plan(() -> past(walked.getKey()).page(50, null)))
                    .contains("opportunity_by_" + walked.getValue(), "opportunity_history_by_" + walked.getValue())
                    .doesNotContain(ALL_ROWS, ALL_VERSIONS, "Seq Scan on customer ");
        }
    }

    @Test
    void numbersOfThePastAreReadFromIndexesAlone() {
        for (Viewer viewer : List.of(REGION, TEAM)) {
            assertThat(plan(() -> past(viewer).sums(List.of("expectedAmount", "weightedAmount"))))
                    .contains(
                            "Index Only Scan using opportunity_by_department",
                            "Index Only Scan using opportunity_history_by_")
                    .doesNotContain(ALL_ROWS, ALL_VERSIONS);
        }
        assertThat(plan(() -> past(EVERYTHING).sums(List.of("expectedAmount"))))
                .contains("Index Only Scan using opportunity_history_by_span")
                .doesNotContain(ALL_ROWS);
    }

    /** Nothing leads to all rows but all rows: they are read once, from an index that holds the numbers and is narrower. */
    @Test
    void numbersOfEverythingAreReadInOnePass() {
        for (Runnable ask : List.<Runnable>of(
                () -> query(EVERYTHING).count(),
                () -> query(EVERYTHING).sums(List.of("expectedAmount", "weightedAmount")),
                () -> query(EVERYTHING).groups("stage", List.of("expectedAmount", "weightedAmount")))) {
            assertThat(plan(ask))
                    .containsOnlyOnce(" on opportunity ")
                    .containsPattern("Index Only Scan using opportunity_\\w+ on opportunity ")
                    .doesNotContain(ALL_ROWS);
        }
    }

    /** Of today and of a past day: the numbers of the lanes with the first of each, then these by their keys. */
    @Test
    void boardsOfDepartmentsAreReadFromTheirIndexes() {
        for (Viewer viewer : List.of(REGION, TEAM)) {
            String now = plan(() -> query(viewer).headed("stage", List.of("expectedAmount", "weightedAmount"), 20));
            assertThat(now).contains("opportunity_by_department").doesNotContain(ALL_ROWS);
            String then = plan(() -> past(viewer).headed("stage", List.of("expectedAmount", "weightedAmount"), 20));
            assertThat(then)
                    .contains("opportunity_by_department", "opportunity_history_by_department")
                    .doesNotContain(ALL_ROWS, ALL_VERSIONS);
            List<List<Long>> heads = query(viewer).headed("stage", List.of(), 20).first().stream()
                    .map(Aggregates.Headed::heads)
                    .toList();
            assertThat(plan(() -> query(viewer).pages(heads, 20)))
                    .contains("opportunity_pkey")
                    .doesNotContain(ALL_ROWS, "Seq Scan on customer ");
        }
    }

    private static RecordQuery past(Viewer viewer) {
        return query(viewer).at(Instant.now().minus(Duration.ofDays(20)));
    }

    @Test
    void numbersOfDepartmentsAreReadFromTheIndexAlone() {
        for (Viewer viewer : List.of(REGION, TEAM)) {
            assertThat(plan(() -> query(viewer).count())).doesNotContain(ALL_ROWS);
            assertThat(plan(() -> query(viewer).sums(List.of("expectedAmount", "weightedAmount"))))
                    .contains("Index Only Scan using opportunity_by_department")
                    .doesNotContain(ALL_ROWS);
            assertThat(plan(() -> query(viewer).groups("stage", List.of("expectedAmount"))))
                    .contains("Index Only Scan using opportunity_by_department")
                    .doesNotContain(ALL_ROWS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "-owner", "cf_seats", "customer.industry"})
    void withoutAnIndexRowsAreChosenBeforeWhatIsShownIsJoined(String sort) {
        String first = query(EVERYTHING).sort(sort).page(20, null).next();
        for (String after : new String[] {null, first}) {
            String plan = plan(() -> query(EVERYTHING).sort(sort).page(20, after));
            // Above the cut stand only look-ups by key, one for each row shown.
            assertThat(plan.substring(0, plan.indexOf("Limit"))).doesNotContain(ALL_ROWS, "Hash", "Merge");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rooms", "city", "due", "met", "deal"})
    void anIndexedCustomFieldIsWalkedEitherWayToAnyDepth(String code) {
        for (String sort : List.of("cf_" + code, "-cf_" + code)) {
            String first = query(EVERYTHING).sort(sort).page(20, null).next();
            for (String after : new String[] {null, first}) {
                assertThat(plan(() -> query(EVERYTHING).sort(sort).page(20, after)))
                        .contains("using custom_field_")
                        .doesNotContain(ALL_ROWS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'field': 'cf_rooms', 'op': 'is', 'value': 77}",
                "{'field': 'cf_city', 'op': 'is', 'value': 'c77'}",
                "{'field': 'cf_city', 'op': 'in', 'value': ['c77', 'c78']}",
                "{'field': 'cf_due', 'op': 'between', 'value': ['2025-03-01', '2025-03-02']}"
            })
    void aFilterByAnIndexedCustomFieldIsAnsweredByItsIndex(String filter) {
        for (Viewer viewer : List.of(EVERYTHING, REGION)) {
            assertThat(plan(() -> query(viewer).where(filter.replace('\'', '"')).page(50, null)))
                    .contains("custom_field_")
                    .doesNotContain(ALL_ROWS);
        }
    }

    @Test
    void oneRecordIsReadByItsKey() {
        assertThat(plan(() -> query(TEAM).only(List.of(4_242L)).page(1, null)))
                .contains("opportunity_pkey")
                .doesNotContain(ALL_ROWS);
    }
}
