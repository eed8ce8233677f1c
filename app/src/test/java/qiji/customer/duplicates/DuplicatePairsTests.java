package qiji.customer.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.StreamSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.FieldAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** B1: what is there twice is found, shown to who may see both, and decided on. */
@ModuleTest
@TestPropertySource(properties = "test.database=duplicates") // a search looks at all customers there are
class DuplicatePairsTests {
    private static final String[] MAY = {
        "customer:read",
        "customer:create",
        "customer:edit",
        "customer:archive",
        "customer:transfer",
        "customer:deduplicate",
        "contact:read",
        "contact:create",
        "user:read",
        "department:read"
    };

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext jooq;

    @Autowired
    SampleData sample;

    @Autowired
    DuplicateSearch search;

    private Api chief;
    private Api seller;
    private Viewer all;
    private long first;
    private long second;
    private long run;

    @BeforeEach
    void twoThatAreOne() {
        all = SampleData.viewer(sample.user("Chief"), MAY);
        chief = Api.of(http, all);
        long id = sample.user("Seller");
        seller = Api.of(http, SampleData.scoped(SampleData.viewer(id, MAY), "customer", Scope.ofOwners(Set.of(id))));
        first = seller.create("/api/customers", "{\"name\": \"北京星河动力科技有限公司\"}");
        second = chief.create("/api/customers", "{\"name\": \"星河動力科技（北京）股份有限公司\"}");
        chief.create("/api/customers", "{\"name\": \"上海星河动力科技有限公司\"}");
        chief.create("/api/customers", "{\"name\": \"云帆信息有限公司\"}");
    }

    private int search(DuplicateType type) {
        return search.run(type, ++run, (done, total) -> {});
    }

    private JsonNode open(Api api) {
        return api.read("/api/duplicates?type=customer");
    }

    @Test
    void findsWhatIsThereTwiceWithTheFactsThatDecide() {
        chief.create("/api/contacts", "{\"name\": \"王小明\", \"customer\": \"" + first + "\"}");
        assertThat(search(DuplicateType.CUSTOMER)).isEqualTo(1);

        JsonNode pair = open(chief).path("pairs").path(0);
        assertThat(pair.path("score").asInt()).isEqualTo(95);
        assertThat(pair.path("reasons").path(0).asString()).isEqualTo("SAME_NAME");
        assertThat(pair.path("first").path("id").asString()).isEqualTo(Long.toString(first));
        assertThat(pair.path("first").path("contacts").asInt()).isEqualTo(1);
        assertThat(pair.path("second").path("values").path("name").asString()).isEqualTo("星河動力科技（北京）股份有限公司");
        assertThat(pair.path("second")
                        .path("values")
                        .path("owner")
                        .path("label")
                        .asString())
                .startsWith("Chief");
    }

    @Test
    void showsOnlyPairsOfWhichBothAreSeen() {
        search(DuplicateType.CUSTOMER);
        assertThat(open(seller).path("pairs")).isEmpty();
        assertThat(open(seller).path("hidden").asInt()).isEqualTo(1);
        assertThat(open(chief).path("hidden").asInt()).isZero();
        String id = open(chief).path("pairs").path(0).path("id").asString();
        assertThat(seller.post("/api/duplicates/" + id + "/dismissal", "")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void keepsADismissalUntilANameChanges() {
        search(DuplicateType.CUSTOMER);
        String id = open(chief).path("pairs").path(0).path("id").asString();
        assertThat(chief.post("/api/duplicates/" + id + "/dismissal", "")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(open(chief).path("pairs")).isEmpty();
        assertThat(search(DuplicateType.CUSTOMER)).isZero();
        assertThat(chief.read("/api/duplicates?type=customer&state=DISMISSED").path("pairs"))
                .hasSize(1);

        assertThat(chief.delete("/api/duplicates/" + id + "/dismissal")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(open(chief).path("pairs")).hasSize(1);
        chief.post("/api/duplicates/" + id + "/dismissal", "");

        chief.patch("/api/customers/" + second, "{\"version\": 0, \"name\": \"北京星河动力科技集团\"}");
        assertThat(search(DuplicateType.CUSTOMER)).isEqualTo(1);
    }

    @Test
    void dropsPairsThatAreNoneAnyMore() {
        search(DuplicateType.CUSTOMER);
        chief.patch("/api/customers/" + second, "{\"version\": 0, \"name\": \"云海\"}");
        assertThat(search(DuplicateType.CUSTOMER)).isZero();
        assertThat(open(chief).path("pairs")).isEmpty();
    }

    @Test
    void judgesTheOpenPairsOfARecordAnewAtOnceWhenItIsRenamed() {
        search(DuplicateType.CUSTOMER);
        chief.patch("/api/customers/" + second, "{\"version\": 0, \"name\": \"北京星河动立科技有限公司\"}");
        JsonNode pair = open(chief).path("pairs").path(0);
        assertThat(pair.path("reasons").path(0).asString()).isEqualTo("SOUNDS_ALIKE");
        assertThat(pair.path("score").asInt()).isEqualTo(90);
        chief.patch("/api/customers/" + first, "{\"version\": 0, \"name\": \"完全不同的名字有限公司\"}");
        assertThat(open(chief).path("pairs")).isEmpty();
    }

    @Test
    void judgesTheOpenPairsOfAContactAnewAtOnce() {
        long one = contact(first, "王小明", "13800138000");
        contact(second, "李雷", "13800138000");
        search(DuplicateType.CONTACT);
        Api editor =
                Api.of(http, SampleData.viewer(sample.user("Editor"), "customer:read", "contact:read", "contact:edit"));
        assertThat(editor.patch("/api/contacts/" + one, "{\"version\": 0, \"name\": \"李磊\"}"))
                .hasStatusOk();
        assertThat(chief.read("/api/duplicates?type=contact")
                        .path("pairs")
                        .path(0)
                        .path("reasons")
                        .toString())
                .isEqualTo("[\"SOUNDS_ALIKE\",\"SAME_PHONE\"]");
        assertThat(editor.patch("/api/contacts/" + one, "{\"version\": 1, \"phone\": \"13900139000\"}"))
                .hasStatusOk();
        assertThat(chief.read("/api/duplicates?type=contact").path("pairs")).isEmpty();
    }

    @Test
    void walksFromPageToPage() {
        chief.create("/api/customers", "{\"name\": \"北京星河动力科技公司\"}");
        assertThat(search(DuplicateType.CUSTOMER)).isEqualTo(3);
        JsonNode page = chief.read("/api/duplicates?type=customer&limit=2");
        JsonNode rest = chief.read(
                "/api/duplicates?type=customer&limit=2&after={after}",
                page.path("next").asString());
        assertThat(page.path("pairs")).hasSize(2);
        assertThat(rest.path("pairs")).hasSize(1);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(chief.get("/api/duplicates?type=customer&after=x")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(chief.get("/api/duplicates?type=opportunity")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void findsContactsByNameAtOneCustomerAndByWhereTheyAreReached() {
        contact(first, "王小明", "13800138000");
        contact(first, "王 小明", "13900139000");
        contact(second, "王晓明", "138-0013-8000");
        contact(second, "王小明", "13700137000");
        assertThat(search(DuplicateType.CONTACT)).isEqualTo(2);

        JsonNode pairs = chief.read("/api/duplicates?type=contact").path("pairs");
        assertThat(StreamSupport.stream(pairs.spliterator(), false)
                        .map(it -> it.path("reasons").toString()))
                .containsExactlyInAnyOrder("[\"SAME_NAME\"]", "[\"SOUNDS_ALIKE\",\"SAME_PHONE\"]");
        assertThat(pairs.path(0).path("first").path("values").path("phone").asString())
                .contains("*");
    }

    @Test
    void tellsNothingByAFieldThatIsHidden() {
        contact(first, "王小明", "13800138000");
        contact(second, "李雷", "13800138000");
        search(DuplicateType.CONTACT);
        assertThat(chief.read("/api/duplicates?type=contact").path("pairs")).hasSize(1);
        Viewer blind = new Viewer(
                all.userId(),
                0,
                "blind",
                all.permissions(),
                all.scopes(),
                java.util.Map.of("contact.phone", FieldAccess.HIDDEN, "customer.name", FieldAccess.HIDDEN),
                false);
        assertThat(Api.of(http, blind).read("/api/duplicates?type=contact").path("pairs"))
                .isEmpty();
        assertThat(Api.of(http, blind).get("/api/duplicates?type=customer")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void isForWhoMay() {
        Api reader = Api.of(http, SampleData.viewer(sample.user("Reader"), "customer:read"));
        assertThat(reader.get("/api/duplicates?type=customer")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(reader.get("/api/duplicates/search?type=customer")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(reader.post("/api/duplicates/search", "{\"type\": \"customer\"}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(reader.post("/api/duplicates/1/dismissal", "")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void startsOneSearchAtATime() {
        assertThat(chief.read("/api/duplicates/search?type=customer")
                        .path("last")
                        .isNull())
                .isTrue();
        var started = chief.post("/api/duplicates/search", "{\"type\": \"customer\"}");
        assertThat(started).hasStatus(HttpStatus.ACCEPTED);
        String job = Api.body(started).path("id").asString();
        assertThat(Api.body(chief.post("/api/duplicates/search", "{\"type\": \"customer\"}"))
                        .path("id")
                        .asString())
                .isEqualTo(job);
        assertThat(chief.read("/api/duplicates/search?type=customer")
                        .path("last")
                        .path("jobId")
                        .asString())
                .isEqualTo(job);
    }

    private long contact(long customer, String name, String phone) {
        return chief.create(
                "/api/contacts",
                "{\"name\": \"%s\", \"customer\": \"%d\", \"phone\": \"%s\"}".formatted(name, customer, phone));
    }
}
