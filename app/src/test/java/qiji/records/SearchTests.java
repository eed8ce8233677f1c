package qiji.records;

import static db.customer.Tables.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** One box over everything, within what the viewer may see. X1 */
@ModuleTest
class SearchTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    @Autowired
    Writing writing;

    private Viewer viewer;
    private Api api;
    private Api stranger;

    @BeforeEach
    void twoPeople() {
        viewer = viewer(sample.user("Finder"));
        api = Api.of(http, viewer);
        Viewer other = viewer(sample.user("Stranger"));
        stranger = Api.of(http, SampleData.scoped(other, "customer", Scope.ofOwners(Set.of(other.userId()))));
    }

    private static Viewer viewer(long user) {
        return SampleData.viewer(
                user,
                "customer:read",
                "customer:create",
                "customer:edit",
                "contact:read",
                "contact:create",
                "activity:read",
                "activity:create");
    }

    private long customer(String name) {
        return api.create("/api/customers", "{\"name\": \"%s\"}".formatted(name));
    }

    private List<String> labels(Api who, String text) {
        return items(who, "customer", text)
                .valueStream()
                .map(it -> it.path("label").asString())
                .toList();
    }

    private static JsonNode items(Api who, String type, String text) {
        for (JsonNode group : who.read("/api/search?q={q}", text).path("groups")) {
            if (group.path("type").asString().equals(type)) {
                return group.path("items");
            }
        }
        return tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
    }

    @Test
    void ranksTheSameNameFirstThenBeginningsThenPartsThenPinyinThenSlips() {
        customer("玄铁重剑门业");
        customer("南海玄铁重剑");
        customer("玄铁重剑锻造");
        customer("玄铁重剑");
        assertThat(labels(api, "玄铁重剑")).containsExactly("玄铁重剑", "玄铁重剑锻造", "玄铁重剑门业", "南海玄铁重剑");
        assertThat(labels(api, "xtzj")).containsExactly("玄铁重剑", "玄铁重剑锻造", "玄铁重剑门业", "南海玄铁重剑");
        customer("Xtzjx 贸易");
        assertThat(labels(api, "xtzjx")).containsExactly("Xtzjx 贸易");
        assertThat(labels(api, "xtzj").getFirst()).isEqualTo("Xtzjx 贸易");
        assertThat(labels(api, "玄铁重见")).containsExactly("玄铁重剑", "玄铁重剑锻造", "南海玄铁重剑", "玄铁重剑门业");
        assertThat(items(api, "customer", "玄铁重见").get(0).path("mistyped").asBoolean())
                .isTrue();
    }

    /** The database knows that the initials are right, and no more. */
    @Test
    void showsWhatHasTheInitialsAloneAsSimilarBehindTheRest() {
        customer("青锋坊");
        customer("青福坊");
        JsonNode found = items(api, "customer", "qfe");
        assertThat(found.valueStream().map(it -> it.path("label").asString())).containsExactly("青锋坊", "青福坊");
        assertThat(found.valueStream().map(it -> it.path("mistyped").asBoolean()))
                .containsExactly(false, true);
    }

    @Test
    void tellsWhichPartsMatched() {
        customer("玄铁重剑锻造");
        JsonNode marks = items(api, "customer", "tiezhongj").get(0).path("marks");
        assertThat(marks.toString()).isEqualTo("[{\"start\":1,\"end\":4}]");
    }

    @Test
    void showsTheTextElsewhereAndTheRecordItIsAbout() {
        long id = customer("玄铁重剑锻造");
        api.create("/api/activities", """
                {"recordType": "customer", "recordId": "%d", "kind": "VISIT", "subject": "例行拜访",
                 "happenedAt": "2026-11-20T02:00:00Z", "content": "会上谈到青锋剑谱数据中心的扩容计划"}
                """.formatted(id));
        JsonNode item = items(api, "activity", "青锋剑谱").get(0);
        assertThat(item.path("label").asString()).isEqualTo("例行拜访");
        assertThat(item.path("elsewhere").path("text").asString()).contains("青锋剑谱");
        assertThat(item.path("elsewhere").path("field").asString()).isEqualTo("内容");
        assertThat(item.path("elsewhere").path("marks").size()).isEqualTo(1);
        assertThat(item.path("about").path("type").asString()).isEqualTo("customer");
        assertThat(item.path("about").path("id").asString()).isEqualTo(Long.toString(id));
        assertThat(item.path("about").path("label").asString()).isEqualTo("玄铁重剑锻造");
    }

    @Test
    void findsAtOnceWhatIsNewOrRenamedAndNoLongerByTheOldName() {
        long id = customer("玄铁重剑锻造");
        assertThat(api.patch("/api/customers/" + id, "{\"version\": 0, \"name\": \"青锋剑谱\"}"))
                .hasStatusOk();
        assertThat(labels(api, "青锋")).containsExactly("青锋剑谱");
        assertThat(labels(api, "qfjp")).containsExactly("青锋剑谱");
        assertThat(labels(api, "玄铁重剑")).isEmpty();
    }

    // A3: search shows what the list shows, no more and no less, however it is asked.
    @Test
    void findsNothingThatTheViewerMayNotSee() {
        long id = customer("玄铁重剑锻造");
        api.create("/api/contacts", "{\"name\": \"独孤青锋\", \"customer\": \"%d\"}".formatted(id));
        for (String text : List.of("玄铁重剑", "玄", "xtzj", "xuantie", "玄铁重见", "xuanteizhong", "独孤", "dgqf", "独孤清锋")) {
            assertThat(api.read("/api/search?q={q}", text).path("groups"))
                    .as(text)
                    .isNotEmpty();
            assertThat(stranger.read("/api/search?q={q}", text).path("groups"))
                    .as(text)
                    .isEmpty();
            assertThat(stranger.read("/api/search/customer?q={q}", text)
                            .path("found")
                            .asInt())
                    .as(text)
                    .isZero();
            assertThat(stranger.read("/api/search/counts?q={q}", text)
                            .path("customer")
                            .path("count")
                            .asInt())
                    .as(text)
                    .isZero();
        }
    }

    @Test
    void refusesATypeThatTheViewerMayNotRead() {
        assertThat(api.get("/api/search/opportunity?q=x")).hasStatus(403);
        assertThat(api.get("/api/search/nothing?q=x")).hasStatus(404);
        assertThat(api.read("/api/search?q={q}", "  ").path("groups")).isEmpty();
    }

    @Test
    void givesPagesOfOneTypeInOneOrder() {
        for (int i = 0; i < 5; i++) {
            customer("玄铁重剑" + "甲乙丙丁戊".charAt(i));
        }
        JsonNode first = api.read("/api/search/customer?q={q}&limit=3", "玄铁重剑");
        JsonNode second = api.read("/api/search/customer?q={q}&limit=3&skip=3", "玄铁重剑");
        assertThat(first.path("found").asInt()).isEqualTo(5);
        assertThat(first.path("items").size()).isEqualTo(3);
        assertThat(second.path("items").valueStream().map(it -> it.path("label").asString()))
                .containsExactly("玄铁重剑乙", "玄铁重剑甲");
        assertThat(api.read("/api/search/counts?q={q}", "玄铁重剑")
                        .path("customer")
                        .path("count")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void ranksAmongTheNewestThousandOfAFrequentWordAndSaysSo() {
        writing.by(Viewer.system("sample data"));
        jooq.insertInto(CUSTOMER, CUSTOMER.NAME, CUSTOMER.NORMALIZED_NAME, CUSTOMER.CREATED_BY)
                .select(DSL.select(
                                DSL.concat(DSL.val("玄铁 "), DSL.field("n").cast(String.class)),
                                DSL.field("n").cast(String.class),
                                DSL.val(0L))
                        .from("generate_series(1, 1100) n"))
                .execute();
        jooq.execute("update customer.customer set search = '''玄铁'':1A'::tsvector where name like '玄铁 %'");
        customer("玄铁");
        JsonNode group = api.read("/api/search/customer?q={q}&limit=2", "玄铁");
        assertThat(group.path("newestOnly").asBoolean()).isTrue();
        assertThat(group.path("found").asInt()).isEqualTo(1000);
        assertThat(group.path("items").get(0).path("label").asString()).isEqualTo("玄铁");
        assertThat(api.read("/api/search/counts?q={q}", "玄铁")
                        .path("customer")
                        .path("count")
                        .asInt())
                .isEqualTo(1101);
    }

    /** Follow-ups are found by what they tell, so the newest are looked for. */
    @Test
    void ranksTheNewestTwoHundredOfWhatIsAboutAnotherRecord() {
        long customer = customer("玄铁重剑锻造");
        writing.by(viewer);
        jooq.execute("""
                insert into activity.activity
                    (record_type, record_id, kind, subject, happened_at, owner_id, created_by, search)
                select 'customer', {0}, 'VISIT', '青锋 ' || n, timestamptz '2026-01-01 00:00Z' + n * interval '1 hour',
                    {1}, {1}, to_tsvector('simple', '青锋')
                from generate_series(1, 201) n
                """, DSL.val(customer), DSL.val(viewer.userId()));
        JsonNode all = api.read("/api/search/activity?q={q}&limit=2", "青锋");
        assertThat(all.path("newestOnly").asBoolean()).isTrue();
        assertThat(all.path("found").asInt()).isEqualTo(200);
        assertThat(all.path("items").get(0).path("label").asString()).isEqualTo("青锋 201");
        assertThat(items(stranger, "activity", "青锋").isEmpty()).isTrue();
    }
}
