package qiji.records;

import static org.assertj.core.api.Assertions.assertThat;
import static qiji.access.Scope.ofDepartments;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.opportunity.OpportunityFields;
import qiji.records.search.Question;
import qiji.testing.SampleData;
import qiji.testing.TestDatabase;

/** How the database goes about the search over 100,000 opportunities of 20,000 customers: never through all rows. X1 */
class SearchPlanTests {
    private static final String ALL_ROWS = "Seq Scan on opportunity";
    private static final Viewer EVERYTHING = viewer(Scope.everything());
    private static final Viewer TEAM = viewer(ofDepartments(Set.of(7L, 8L, 9L)));

    private static final List<Query> ASKED = new ArrayList<>();
    private static SearchQueries search;

    /**
     * 项目 is in all names but every tenth, 升级 in three of ten but the newest, 扩容 in one of 20, 专线 in one of 100, 雅连 in ten;
     * 电力 is how 200 customers are called, 40 of them 扩容电力.
     */
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
                insert into customer.customer (name, normalized_name, search, created_by, valid_from, changed_by, changed_via)
                    select 'c' || n, 'c' || n, ('''c' || n || ''':1A' || case when n % 100 = 0 then ' ''电力'':1A' else '' end
                            || case when n % 500 = 0 then ' ''扩容'':1A' else '' end)::tsvector,
                        0, now(), 0, 'test' from generate_series(1, 20000) n
                alter table opportunity.opportunity disable trigger user
                insert into opportunity.opportunity (number, name, search, customer_id, process_id, stage_id, stage_entered_at,
                        owner_id, department_id, opened_on, created_at, created_by, valid_from, changed_by, changed_via)
                    select n, 'o' || n, ('''o' || n || ''':1A' || case when n % 10 > 0 then ' ''项目'':1A' else '' end
                        || case when n % 100 = 0 then ' ''专线'':1A' else '' end
                        || case when n % 20 = 0 then ' ''扩容'':1A' else '' end
                        || case when n > 300 and n % 10 in (1, 2, 3) then ' ''升级'':1A' else '' end
                        || case when n % 10000 = 0 then ' ''雅连'':1A' else '' end)::tsvector,
                        1 + n % 20000, s.process_id, s.id, now(), 1 + n % 2000, 1 + n / 100 % 300, current_date,
                        now() - n * interval '1 minute', 0, now(), 0, 'test'
                    from generate_series(1, 100000) n join process.stage s on s.position = 1 + n % 6
                vacuum analyze
                """.split("\n(?! )")) {
            plain.execute(statement);
        }
        DSLContext watched =
                DSL.using(plain.configuration().derive(ExecuteListener.onExecuteStart(SearchPlanTests::keep)));
        var types = new RecordTypes(new StaticListableBeanFactory()
                .getBeanProvider(ResolvableType.forClassWithGenerics(RecordType.class, Object.class)));
        search = new SearchQueries(watched, new SearchItems(watched, types));
    }

    private static void keep(ExecuteContext context) {
        Query query = context.query();
        if (query != null && !query.getSQL().startsWith("explain")) {
            ASKED.add(query);
        }
    }

    private static Viewer viewer(Scope scope) {
        return SampleData.scoped(SampleData.viewer(42, "opportunity:read", "customer:read"), "opportunity", scope);
    }

    /** The plans of all statements that the search for {@code text} led to; {@code found} is how many there are. */
    private static String plans(String text, Viewer viewer, int found) {
        ASKED.clear();
        SearchGroup group = search.find(OpportunityFields.TYPE, text, Question.of(text), 0, 6, viewer);
        assertThat(group.found()).isEqualTo(found);
        return List.copyOf(ASKED).stream()
                .map(query -> DSL.using(query.configuration()).explain(query).plan())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aRareWordIsLookedUp() {
        assertThat(plans("雅连", EVERYTHING, 10))
                .contains("opportunity_by_search")
                .doesNotContain(ALL_ROWS);
        assertThat(plans("雅连", TEAM, 0)).contains("opportunity_by_search").doesNotContain(ALL_ROWS);
    }

    @Test
    void aWordOfOneInAHundredIsLookedUpAmongWhatTheViewerMaySee() {
        assertThat(plans("专线", EVERYTHING, 1000))
                .contains("opportunity_by_search")
                .doesNotContain(ALL_ROWS);
        assertThat(plans("专线", TEAM, 12)).contains("opportunity_by_search").doesNotContain(ALL_ROWS);
    }

    /** Neither are all of its 5,000 places looked at, nor 20,000 rows walked; nor because some customers are called so too. */
    @Test
    void aWordOfOneInTwentyIsLookedUpWithinAShortTime() {
        assertThat(plans("扩容", EVERYTHING, 1000))
                .contains("opportunity_by_search", "BitmapAnd", "Bitmap Index Scan on opportunity_by_created")
                .contains("opportunity_by_customer")
                .doesNotContain(ALL_ROWS);
    }

    @Test
    void aFrequentWordIsWalkedFromTheNewestOn() {
        assertThat(plans("项目", EVERYTHING, 1000))
                .contains("opportunity_by_created")
                .doesNotContain(ALL_ROWS, "opportunity_by_search");
    }

    /** Nobody else's matches are read, of which there are ninety times as many; whatever the newest rows of all happen to hold. */
    @Test
    void aFrequentWordIsWalkedAlongTheDepartmentsOfATeam() {
        assertThat(plans("项目", TEAM, 1000))
                .contains("opportunity_by_department")
                .doesNotContain(ALL_ROWS, "opportunity_by_search");
        assertThat(plans("升级", TEAM, 360))
                .contains("opportunity_by_department")
                .doesNotContain(ALL_ROWS, "opportunity_by_search");
    }

    @Test
    void customersThatAreCalledSoLeadToTheirOpportunities() {
        for (Viewer viewer : List.of(EVERYTHING, TEAM)) {
            assertThat(plans("电力", viewer, viewer == EVERYTHING ? 1000 : 12))
                    .contains("customer_by_search", "opportunity_by_customer")
                    .doesNotContain(ALL_ROWS, "Seq Scan on customer");
        }
    }
}
