package qiji;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.DeclaresPermissions;
import qiji.testing.Api;
import qiji.testing.Everything;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** What pages tell in words: values of custom fields, what a role may not ask for, and the formats of lists. D17 A4 X3 */
@ModuleTest
class CustomWordsTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    SampleData sample;

    @Autowired
    List<DeclaresPermissions> permissions;

    private Api api() {
        return Api.of(http, Everything.allowed(sample.user("Chief"), permissions));
    }

    @Test
    void theHistoryTellsWords() {
        Api api = api();
        custom(api, "urgent", "BOOLEAN", "");
        custom(api, "visit", "INSTANT", "");
        custom(api, "way", "CHOICE", ", \"options\": [{\"code\": \"a\", \"labelZh\": \"甲\", \"labelEn\": \"First\"}]");
        long id = api.create("/api/opportunities", "{\"name\": \"商机\"}");
        assertThat(api.patch(
                        "/api/opportunities/" + id,
                        "{\"cf_urgent\": true, \"cf_way\": \"a\", \"cf_visit\": \"2026-12-01T08:00:00Z\"}"))
                .hasStatusOk();
        List<String> told = new ArrayList<>();
        for (JsonNode change :
                api.read("/api/opportunities/%d/history".formatted(id)).at("/rows/0/changes")) {
            told.add(change.path("after").asString());
        }
        assertThat(told).containsExactlyInAnyOrder("是", "甲", "2026-12-01 16:00");
    }

    private static void custom(Api api, String code, String kind, String more) {
        api.create(
                "/api/custom-fields",
                "{\"type\": \"opportunity\", \"code\": \"%s\", \"labelZh\": \"字段\", \"labelEn\": \"Field\", \"kind\": \"%s\", \"required\": false, \"position\": 1%s}"
                        .formatted(code, kind, more));
    }

    @Test
    void theWorkbenchTellsWhatItMayNotAskForFromWhatIsNotThere() {
        long user = sample.user("Chief");
        JsonNode open = Api.of(http, Everything.allowed(user, permissions)).read("/api/workbench");
        assertThat(open.path("tasks").isArray()).isTrue();
        JsonNode blind = Api.of(http, Everything.without("task", "dueOn", user, permissions))
                .read("/api/workbench");
        assertThat(blind.path("tasks").isNull()).isTrue();
        assertThat(blind.path("stages").isArray()).isTrue();
    }

    @Test
    void aListGoesOutInTheFormatsThereAre() {
        Api api = api();
        for (String format : List.of("csv", "CSV", "xlsx", "XLSX")) {
            assertThat(api.get("/api/records/product/export?format=" + format)).hasStatusOk();
        }
        assertThat(api.get("/api/records/product/export?format=PDF")).hasStatus(400);
    }
}
