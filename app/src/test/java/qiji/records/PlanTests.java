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
        for (String statement : """
                set qiji.writer = '0'
                insert into organization.department (name) select 'd' || n from generate_series(1, 300) n
                insert into organization.app_user (username, name, department_id)
                    select 'u' || n, 'u' || n, 1 + n % 300 from generate_series(1, 2000) n
                alter table customer.customer disable trigger user
                insert into customer.customer (name, normalized_name, created_by, valid_from, changed_by, changed_via)
                    select 'c' || n, 'c' || n, 0, now(), 0, 'test' from generate_series(1, 20000) n
                alter table opportunity.opportunity disable trigger user
                insert into opportunity.opportunity (number, name, customer_id, process_id, stage_id, stage_entered_at, owner_id,
                        department_id, expected_amount, opened_on, custom, created_at, created_by, valid_from, changed_by,
                        changed_via)
                    select n, 'o' || n, 1 + n % 20000, s.process_id, s.id, now(), 1 + n % 2000, 1 + (n % 2000) % 300,
                        n % 997 * 1000, current_date, jsonb_build_object('seats', n % 500,
                            'rooms', n % 500, 'city', 'c' || n % 5000, 'due', current_date - n % 3000, 'met', now(), 'deal', '7'),
                        now() - n * interval '1 minute', 0,
                        case n % 3 when 0 then now() - n * interval '1 minute' else now() end, 0, 'test'
                    from generate_series(1, 100000) n join process.stage s on s.position = 1 + n % 6
                insert into opportunity.opportunity_history (id, version, number, name, customer_id, process_id, stage_id,
                        stage_entered_at, status, owner_id, department_id, expected_amount, opened_on, secrecy, custom,
                        created_at, created_by, valid_from, valid_to, ended_by, changed_by, changed_via)
                    select id, 0, number, name, customer_id, process_id, stage_id,
                        stage_entered_at, status, owner_id, department_id, expected_amount, opened_on, secrecy, custom,
                        created_at, 0, created_at + (now() - created_at) / 3 * n, created_at + (now() - created_at) / 3 * (n + 1),
                        0, 0, 'test'
                    from opportunity.opportunity, generate_series(0, 2) n where valid_from > created_at
                alter table opportunity.member disable trigger user
                insert into opportunity.member (opportunity_id, user_id, role, valid_from, changed_by, changed_via)
                    select n * 3, 1 + n % 2000, 'SALES', now(), 0, 'test' from generate_series(1, 30000) n
                insert into records.custom_field (record_type, code, label_zh, label_en, kind)
                    values ('opportunity', 'seats', '人数', 'Seats', 'INTEGER')
                insert into records.custom_field (record_type, code, label_zh, label_en, kind, indexed)
                    select 'opportunity', code, code, code, kind, true from (values ('rooms', 'INTEGER'), ('city', 'TEXT'),
                        ('due', 'DATE'), ('met', 'INSTANT'), ('deal', 'MONEY')) as field (code, kind)
                select records.align_index(id) from records.custom_field
                vacuum analyze
                """.split("\n(?! )")) {
            plain.execute(statement);
        }
        settle(plain);
        Configuration watched = plain.configuration().derive(ExecuteListener.onExecuteStart(PlanTests::keep));
        jooq = DSL.using(watched);
        assertThat(jooq.dialect()).isEqualTo(SQLDialect.POSTGRES);
    }

    /** Whatever else the server does may keep a vacuum from a page; plans of indexes alone count on every page. */
    private static void settle(DSLContext plain) {
        for (int again = 0; again < 20 && !isSettled(plain); again++) {
            plain.execute("vacuum opportunity.opportunity, opportunity.opportunity_history");
        }
        assertThat(isSettled(plain)).isTrue();
    }

    private static boolean isSettled(DSLContext plain) {
        return plain.fetchSingle("""
                        select bool_and(relallvisible >= 0.99 * relpages) from pg_class
                        where oid in ('opportunity.opportunity'::regclass, 'opportunity.opportunity_history'::regclass)""").get(0, Boolean.class);
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
                    .doesNotContain(ALL_ROWS, "Seq Scan on opportunity_history", "Seq Scan on customer ");
        }
    }

    @Test
    void numbersOfThePastAreReadFromIndexesAlone() {
        for (Viewer viewer : List.of(REGION, TEAM)) {
            assertThat(plan(() -> past(viewer).sums(List.of("expectedAmount", "weightedAmount"))))
                    .contains(
                            "Index Only Scan using opportunity_by_department",
                            "Index Only Scan using opportunity_history_by_")
                    .doesNotContain(ALL_ROWS, "Seq Scan on opportunity_history");
        }
        assertThat(plan(() -> past(EVERYTHING).sums(List.of("expectedAmount"))))
                .contains("Index Only Scan using opportunity_history_by_span")
                .doesNotContain(ALL_ROWS);
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
