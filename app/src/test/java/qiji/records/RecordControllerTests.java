package qiji.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.NaughtyStrings;
import qiji.testing.SampleData;
import tools.jackson.databind.json.JsonMapper;

/** X2: lists of any type, over HTTP. */
@ModuleTest
class RecordControllerTests {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    private Api api;

    @BeforeEach
    void aReader() {
        api = Api.of(http, SampleData.viewer(sample.user("Reader"), "user:read", "customer:read", "customer:create"));
    }

    @Test
    void saysWhatIsNotThereAndWhatIsNotAllowed() {
        assertThat(api.get("/api/records/nothing")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/api/records/contact")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(api.get("/api/records/contact/count")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(api.get("/api/records/contact/lookup?q=a")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(api.get("/api/records/customer?fields=department.name")).hasStatusOk();
        assertThat(api.get("/api/records/customer?fields=department.code"))
                .as("fields of a type that one may not read, but for what its records are called")
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void saysOfWhichTypesThePastIsKnown() { // D17
        assertThat(api.read("/api/records/customer/fields").path("versioned").asBoolean())
                .isTrue();
        assertThat(api.read("/api/records/user/fields").path("versioned").asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=x",
                "limit=99999999999",
                "sort=",
                "sort=,,",
                "sort=-",
                "sort=name,name,name,name,name",
                "after=x",
                "after=bnVsbA",
                "after=eyJzIjoibmFtZSIsImkiOjEsInYiOltbXV19&sort=name",
                "fields=..",
                "fields=name.",
                "fields=department.department.department.name",
                "fields=id,,name",
                "filter=null",
                "filter=7",
                "filter=[]",
                "filter=%22x%22",
                "filter=%7B%22and%22:null%7D",
                "filter=%7B%22field%22:%22name%22,%22op%22:%22contains%22,%22value%22:%22%5Cu0000%22%7D",
                "filter=%7B%22field%22:%22name%22,%22op%22:%22is%22,%22value%22:%22%5Cud800%22%7D",
                "filter=%7B%22field%22:%22department%22,%22op%22:%22is%22,%22value%22:1e400%7D",
                "filter=%7B%22field%22:%22createdAt%22,%22op%22:%22between%22,%22value%22:%5B1,2,3%5D%7D",
                "filter=%7B%22field%22:%22createdAt%22,%22op%22:%22gt%22,%22value%22:%22999999999-01-01T00:00:00Z%22%7D"
            })
    void answersNonsenseWithAProblemAndNeverWithAnError(String query) {
        assertThat(api.get("/api/records/user?" + query).getResponse().getStatus())
                .as(query)
                .isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'field': 'employeeCount', 'op': 'gt'}",
                "{'field': 'employeeCount', 'op': 'between'}",
                "{'field': 'employeeCount', 'op': 'between', 'value': 'abc'}",
                "{'field': 'employeeCount', 'op': 'between', 'value': [null, null]}",
                "{'field': 'createdAt', 'op': 'lte', 'value': null}"
            })
    void refusesAComparisonWithNothing(String filter) {
        assertThat(api.get("/api/records/customer?filter={f}", filter.replace('\'', '"'))
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"and", "or"})
    void saysWhereAListOfConditionsIsNone(String word) {
        for (String inside : List.of("{'x': 1}", "{'field': 'name', 'op': 'empty'}", "{}", "'x'", "null")) {
            String filter = "{'not': {'%s': %s}}".formatted(word, inside).replace('\'', '"');
            assertRefused("filter={f}", filter, "filter.not." + word, "malformed");
        }
    }

    @Test
    void saysHowManyFieldsOneCanSortBy() {
        assertThat(api.get("/api/records/customer?sort=name,-createdAt,department"))
                .hasStatusOk();
        assertRefused("sort={s}", "name,-createdAt,department,owner", "sort", "too-many");
        assertRefused("sort={s}", "name,-createdAt,department,nothing", "sort", "unknown");
    }

    private void assertRefused(String query, String given, String place, String code) {
        var answer = api.get("/api/records/customer?" + query, given);
        assertThat(answer).as(given).hasStatus(HttpStatus.BAD_REQUEST);
        var fault = Api.body(answer).path("fields").path(0);
        assertThat(List.of(fault.path("field").asString(), fault.path("code").asString()))
                .as(given)
                .containsExactly(place, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "notEmpty", "is", "contains", "startsWith", "finds"})
    void asksAnIdThatIsToldAsATextInEveryWay(String op) {
        var filter = "{\"field\": \"recordId\", \"op\": \"%s\", \"value\": \"17\"}".formatted(op);
        assertThat(tasks().get("/api/records/task?filter={f}", filter)
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    private Api tasks() {
        return Api.of(http, SampleData.viewer(sample.user("Worker"), "task:read"));
    }

    @Test
    void saysOfGroupsWhetherThereAreMore() {
        var groups = api.read("/api/records/user/groups?by=department");
        assertThat(groups.path("groups").size()).isPositive();
        assertThat(groups.path("more").asBoolean(true)).isFalse();
        assertThat(groups.path("rest").isMissingNode() || groups.path("rest").isNull())
                .isTrue();
    }

    @Test
    void standsEveryNaughtyString() throws IOException {
        List<String> failed = new ArrayList<>();
        for (String text : NaughtyStrings.all()) {
            String filter = "{\"field\":\"name\",\"op\":\"%s\",\"value\":%s}";
            String json = JSON.writeValueAsString(text);
            for (var answer : List.of(
                    api.get("/api/search?q={q}", text),
                    api.get("/api/records/user/lookup?q={q}", text),
                    api.get("/api/records/user/count?filter={f}", filter.formatted("contains", json)),
                    api.get("/api/records/user/count?filter={f}", filter.formatted("startsWith", json)),
                    api.get("/api/records/user?sort={s}&fields={s}&after={s}", text, text, text),
                    api.get("/api/records/user/groups?by={s}&sums={s}", text, text))) {
                if (answer.getResponse().getStatus() >= 500) {
                    failed.add(text);
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void findsByTheBeginningOfALatinWordAndAnyPartOfAChineseName() {
        long id = api.create("/api/customers", "{\"name\": \"%s\"}".formatted(SampleData.unique("Zephyrine 移动专线")));
        for (String text : List.of("zeph", "ZEPHYRINE", "动专", "线", "zeph 专线", "移动专线")) {
            assertThat(api.read("/api/records/customer/lookup?q={q}&limit=50", text)
                            .path("items")
                            .valueStream()
                            .map(item -> item.path("id").asString()))
                    .as(text)
                    .contains(Long.toString(id));
        }
    }
}
