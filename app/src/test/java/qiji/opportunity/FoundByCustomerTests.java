package qiji.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.FieldAccess;
import qiji.access.Scope;
import qiji.access.Viewer;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** Opportunities are found by what their customer is called, by whoever may read that. X1 A4 */
@ModuleTest
class FoundByCustomerTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    private Viewer viewer;
    private Api api;
    private long customer;

    @BeforeEach
    void oneOfACustomer() {
        viewer = SampleData.viewer(
                sample.user("Finder"),
                "opportunity:read",
                "opportunity:create",
                "customer:read",
                "customer:create",
                "customer:edit");
        api = Api.of(http, viewer);
        customer = customer("玄铁重剑锻造");
        opportunity("云专线扩容", customer);
    }

    private long customer(String name) {
        return api.create("/api/customers", "{\"name\": \"%s\", \"externalId\": \"X7788-%s\"}".formatted(name, name));
    }

    private void opportunity(String name, long of) {
        api.create("/api/opportunities", "{\"name\": \"%s\", \"customer\": \"%d\"}".formatted(name, of));
    }

    private static JsonNode group(Api who, String text) {
        return who.read("/api/search/opportunity?q={q}", text);
    }

    private static List<String> labels(Api who, String text) {
        return group(who, text)
                .path("items")
                .valueStream()
                .map(it -> it.path("label").asString())
                .toList();
    }

    private Api hiding(String type, String field) {
        Map<String, FieldAccess> rules = new HashMap<>();
        rules.put(type + "." + field, FieldAccess.HIDDEN);
        return Api.of(
                http,
                new Viewer(viewer.userId(), 0, viewer.name(), viewer.permissions(), viewer.scopes(), rules, false));
    }

    @Test
    void byWordsPinyinInitialsAndWithOneSlip() {
        for (String text : List.of("玄铁", "重", "xuantie", "xtzj", "玄铁zj", "玄鐵重劍", "玄铁重见", "玄铁 专线", "云 xtzj")) {
            assertThat(labels(api, text)).as(text).containsExactly("云专线扩容");
        }
        assertThat(labels(api, "玄铁 光缆")).isEmpty();
    }

    @Test
    void tellsWhyAndRanksThoseThatAreCalledSoThemselvesFirst() {
        opportunity("玄铁重剑采购", customer("甲乙丙丁"));
        opportunity("机房改造", customer);
        assertThat(labels(api, "玄铁重剑")).containsExactly("玄铁重剑采购", "机房改造", "云专线扩容");
        assertThat(labels(api, "xtzj")).containsExactly("玄铁重剑采购", "机房改造", "云专线扩容");
        JsonNode why = group(api, "xtzj").path("items").get(1).path("elsewhere");
        assertThat(why.path("field").asString()).isEqualTo("客户");
        assertThat(why.path("text").asString()).isEqualTo("玄铁重剑锻造");
        assertThat(why.path("marks").toString()).isEqualTo("[{\"start\":0,\"end\":4}]");
    }

    @Test
    void atOnceByTheNewNameAndNoLongerByTheOldOne() {
        assertThat(api.patch("/api/customers/" + customer, "{\"version\": 0, \"name\": \"青锋剑谱\"}"))
                .hasStatusOk();
        assertThat(labels(api, "qfjp")).containsExactly("云专线扩容");
        assertThat(labels(api, "玄铁")).isEmpty();
    }

    @Test
    void notByWhatIsHiddenFromTheViewer() {
        assertThat(labels(hiding("customer", "name"), "玄铁")).isEmpty();
        assertThat(labels(hiding("opportunity", "customer"), "玄铁")).isEmpty();
        assertThat(labels(hiding("customer", "region"), "玄铁")).hasSize(1);
        assertThat(labels(api, "X7788")).isEmpty();
        Api stranger = Api.of(http, SampleData.scoped(viewer, "opportunity", Scope.ofOwners(Set.of(0L))));
        assertThat(labels(stranger, "玄铁")).isEmpty();
    }

    @Test
    void inListsTooWhereRowsCountAndSumsAgree() {
        opportunity("玄铁重剑采购", customer("甲乙丙丁"));
        opportunity("别的", customer("甲乙丙"));
        for (String text : List.of("玄铁", "xtzj", "玄鐵", "玄铁zj")) {
            String filter = "{\"field\": \"name\", \"op\": \"finds\", \"value\": \"%s\"}".formatted(text);
            String asked = "/api/records/opportunity%s?filter={filter}";
            assertThat(api.read(asked.formatted(""), filter).path("rows").size())
                    .as(text)
                    .isEqualTo(2);
            assertThat(api.read(asked.formatted("/count"), filter).path("count").asInt())
                    .isEqualTo(2);
            assertThat(api.read("/api/records/opportunity/lookup?q={q}", text)
                            .path("items")
                            .size())
                    .isEqualTo(2);
        }
    }
}
