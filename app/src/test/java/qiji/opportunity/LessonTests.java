package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static qiji.testing.SampleData.scoped;

import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.FieldAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** What is learnt from endings is found, published, and shown on open opportunities that are like it. [D12 E4] */
@ModuleTest
class LessonTests {
    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester tester;

    @Autowired
    SampleData sample;

    @Autowired
    DSLContext jooq;

    private SampleOpportunities opportunities;
    private Http http;
    private Viewer seller;
    private Viewer stranger;
    private Viewer leader;
    private String word;
    private long product;

    @BeforeEach
    void people() {
        opportunities = new SampleOpportunities(beans);
        http = new Http(beans);
        seller = person("Li Lei", false);
        stranger = person("Han Meimei", false);
        leader = scoped(person("Zhang Wei", true), "opportunity", Scope.everything());
        word = SampleData.unique("教训").replace("-", "");
        product = opportunities.product("10");
    }

    private Viewer person(String name, boolean publishes) {
        java.util.List<String> rights = new java.util.ArrayList<>(java.util.List.of(SampleOpportunities.EVERY_RIGHT));
        rights.add("lesson:read");
        if (publishes) {
            rights.add("lesson:publish");
        }
        long user = sample.user(name);
        return scoped(
                SampleData.viewer(user, rights.toArray(String[]::new)), "opportunity", Scope.ofOwners(Set.of(user)));
    }

    private long open(Viewer owner) {
        long id = opportunities.opportunity(owner.userId());
        assertThat(http.put(
                        "/" + id + "/lines",
                        "[{\"productId\": \"%d\", \"quantity\": 1, \"price\": 5}]".formatted(product),
                        owner))
                .hasStatus2xxSuccessful();
        return id;
    }

    private long lost(Viewer owner) {
        long id = open(owner);
        String body = SampleOpportunities.loss(owner.userId(), "").replace("尽早了解预算", word);
        assertThat(http.post("/" + id + "/loss", body, owner)).hasStatusOk();
        return id;
    }

    private long lessonOf(long opportunity, Viewer viewer) {
        return http.get("/" + opportunity + "/review", viewer).path("lessonId").asLong();
    }

    private JsonNode listed(Viewer viewer) {
        return Api.of(tester, viewer)
                .read("/api/records/lesson?filter={f}&fields=title,text,opportunity,reason,published", """
                        {"field": "text", "op": "contains", "value": "%s"}""".formatted(
                                word))
                .path("rows");
    }

    @Test
    @DisplayName("[D12] a lesson is kept at losing, searchable, and seen by who sees its opportunity")
    void isKeptAndFound() {
        long id = lost(seller);
        JsonNode row = listed(seller).path(0);
        assertThat(row.path("title").asString()).isEqualTo(word); // the first sentence
        assertThat(row.path("reason").asString()).isEqualTo("PRICE_TOO_HIGH");
        assertThat(row.path("opportunity").path("id").asLong()).isEqualTo(id);
        assertThat(Api.of(tester, seller).read("/api/search?q={q}", word).toString())
                .contains("\"lesson\"");
        assertThat(listed(stranger)).isEmpty();
        assertThat(Api.of(tester, stranger).read("/api/search?q={q}", word).toString())
                .doesNotContain("\"lesson\"");
        assertThat(Api.of(tester, stranger).get("/api/lessons/" + lessonOf(id, seller)))
                .hasStatus(NOT_FOUND);
    }

    @Test
    @DisplayName("[D12 E4] a published lesson is read by all with the right, without telling of which opportunity")
    void isPublishedWithoutItsOpportunity() {
        long lesson = lessonOf(lost(seller), seller);
        String at = "/api/lessons/" + lesson + "/publication";
        assertThat(Api.of(tester, seller).put(at, "{}")).hasStatus(FORBIDDEN);
        assertThat(Api.of(tester, leader).put(at, "{\"version\": 9}")).hasStatus(CONFLICT);
        assertThat(Api.of(tester, leader).put(at, "{\"version\": 0, \"title\": \"先问预算\"}"))
                .hasStatusOk();
        JsonNode row = listed(stranger).path(0);
        assertThat(row.path("title").asString()).isEqualTo("先问预算");
        assertThat(row.path("opportunity").path("label").asString("")).isEmpty();
        assertThat(Api.of(tester, stranger).get("/api/lessons/" + lesson)).hasStatusOk();
        tellsNoIdOfIt(lesson);
        assertThat(Api.of(tester, leader).delete(at)).hasStatusOk();
        assertThat(listed(stranger)).isEmpty();
    }

    private void tellsNoIdOfIt(long lesson) {
        Api out = Api.of(tester, stranger);
        assertThat(listed(stranger).path(0).path("opportunity").path("id").asString(""))
                .isEmpty();
        JsonNode one = out.read("/api/lessons/" + lesson);
        assertThat(one.path("values").path("opportunity").path("id").asString(""))
                .isEmpty();
        long id = jooq.fetchSingle("select opportunity_id from opportunity.lesson where id = ?", lesson)
                .get(0, Long.class);
        String is = """
                {"field": "opportunity", "op": "%s", "value": "%d"}""";
        assertThat(counted(out, is.formatted("is", id))).isZero();
        assertThat(counted(out, "{\"field\": \"opportunity\", \"op\": \"empty\"}"))
                .isPositive();
        assertThat(counted(Api.of(tester, leader), is.formatted("is", id))).isEqualTo(1);
        assertThat(listed(leader).path(0).path("opportunity").path("id").asLong())
                .isEqualTo(id);
    }

    private static int counted(Api api, String filter) {
        return api.read("/api/records/lesson/count?filter={f}", filter)
                .path("count")
                .asInt();
    }

    @Test
    @DisplayName("[A3 A4 D12] neither a confidential opportunity nor a hidden field lets a published lesson out")
    void keepsSecrets() {
        long id = lost(seller);
        String at = "/api/lessons/" + lessonOf(id, seller) + "/publication";
        assertThat(Api.of(tester, leader).put(at, "{}")).hasStatusOk();
        assertThat(listed(stranger)).hasSize(1);
        Viewer blind = new Viewer(
                leader.userId(),
                0,
                leader.name(),
                leader.permissions(),
                leader.scopes(),
                Map.of("opportunity.lesson", FieldAccess.HIDDEN),
                false);
        assertThat(Api.of(tester, blind)
                        .read("/api/records/lesson/count")
                        .path("count")
                        .asInt())
                .isZero();
        jooq.execute("select set_config('qiji.writer', '0', true)");
        jooq.execute("update opportunity.opportunity set secrecy = 'CONFIDENTIAL' where id = " + id);
        assertThat(listed(stranger)).isEmpty();
        Viewer trusted = seller;
        assertThat(listed(trusted)).hasSize(1);
    }

    @Test
    @DisplayName("[D12] a text told anew is not what was published; an emptied one is no lesson")
    void isUnpublishedWhenItsTextChanges() {
        long id = lost(seller);
        String at = "/api/lessons/" + lessonOf(id, seller) + "/publication";
        assertThat(Api.of(tester, leader).put(at, "{}")).hasStatusOk();
        String body = SampleOpportunities.loss(seller.userId(), "").replace("尽早了解预算", word + "新");
        assertThat(http.put("/" + id + "/review", body, seller)).hasStatusOk();
        assertThat(listed(stranger)).isEmpty();
        assertThat(listed(seller).path(0).path("title").asString()).isEqualTo(word + "新");
        long duplicate = open(seller);
        String lapsed = "{\"cause\": \"DUPLICATE\", \"lesson\": \"%s\"}".formatted(word);
        assertThat(http.post("/" + duplicate + "/invalidation", lapsed, seller)).hasStatusOk();
        assertThat(listed(seller)).hasSize(2);
        assertThat(http.put("/" + duplicate + "/review", "{}", seller)).hasStatusOk();
        assertThat(listed(seller)).hasSize(1);
    }

    @Test
    @DisplayName("[D12] re-opening keeps everything: what an earlier ending taught stays, published, when it ends anew")
    void keepsLessonsOfEarlierEndings() {
        long id = lost(seller);
        long first = lessonOf(id, seller);
        assertThat(Api.of(tester, leader).put("/api/lessons/" + first + "/publication", "{}"))
                .hasStatusOk();
        assertThat(http.post("/" + id + "/reopening", "{\"reason\": \"again\"}", seller))
                .hasStatusOk();
        assertThat(listed(stranger)).hasSize(1);
        assertThat(http.post("/" + id + "/invalidation", "{\"cause\": \"DUPLICATE\"}", seller))
                .hasStatusOk();
        assertThat(listed(stranger)).as("nothing was learnt of that").hasSize(1);
        assertThat(http.post("/" + id + "/reopening", "{\"reason\": \"again\"}", seller))
                .hasStatusOk();
        String body = SampleOpportunities.loss(seller.userId(), "").replace("尽早了解预算", word + "二");
        assertThat(http.post("/" + id + "/loss", body, seller)).hasStatusOk();
        assertThat(listed(seller)).hasSize(2);
        assertThat(listed(stranger)).hasSize(1);
        assertThat(lessonOf(id, seller)).isNotEqualTo(first);
        long like = open(seller);
        assertThat(http.get("/" + like + "/lessons", seller)).hasSize(2);
    }

    @Test
    @DisplayName("[D12] lessons show on similar open opportunities, the likest first, to who may see them")
    void showsOnSimilarOnes() {
        long id = lost(seller);
        long like = open(seller);
        JsonNode similar = http.get("/" + like + "/lessons", seller);
        assertThat(similar.path(0).path("id").asLong()).isEqualTo(lessonOf(id, seller));
        assertThat(similar.path(0).path("likeness").path(0).asString()).isEqualTo("相同产品");
        assertThat(http.get("/" + opportunities.opportunity(seller.userId()) + "/lessons", seller))
                .isEmpty();
        long strangers = open(stranger);
        assertThat(http.get("/" + strangers + "/lessons", stranger)).isEmpty();
        assertThat(Api.of(tester, leader).put("/api/lessons/" + lessonOf(id, seller) + "/publication", "{}"))
                .hasStatusOk();
        assertThat(http.get("/" + strangers + "/lessons", stranger)).hasSize(1);
        assertThat(http.get("/" + id + "/lessons", seller))
                .as("not on one that is over")
                .isEmpty();
        assertThat(http.post("/" + id + "/reopening", "{\"reason\": \"again\"}", seller))
                .hasStatusOk();
        assertThat(http.get("/" + id + "/lessons", seller))
                .as("not its own to itself")
                .isEmpty();
        long next = lost(seller);
        JsonNode others = http.get("/" + id + "/lessons", seller);
        assertThat(others).hasSize(1);
        assertThat(others.path(0).path("id").asLong()).isEqualTo(lessonOf(next, seller));
        assertThat(others.path(0).path("likeness").toString()).contains("相同产品").contains("相同失败原因");
    }
}
