package qiji.records;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.table;
import static org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewers;
import qiji.records.indexes.FieldIndexes;
import qiji.testing.Api;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;
import tools.jackson.databind.JsonNode;

/** X2: administrators give custom fields an index; lists are told by which fields they are quickly sorted. */
@ModuleTest
@Transactional(propagation = NOT_SUPPORTED)
class FieldIndexTests {
    @Autowired
    MockMvcTester http;

    @Autowired
    Viewers viewers;

    @Autowired
    DSLContext jooq;

    @Autowired
    FieldIndexes indexes;

    private Api api;
    private long field;
    private String code;

    @BeforeEach
    void theAdministrator() {
        api = Api.of(http, viewers.find(1).orElseThrow());
        code = SampleData.unique("index").replaceAll("[^a-z0-9]", "");
    }

    @AfterEach
    void noFieldForOthers() {
        api.delete("/api/custom-fields/" + field);
    }

    private void field(String type, String kind) {
        field = api.create("/api/custom-fields", """
                {"type": "%s", "code": "%s", "labelZh": "标", "labelEn": "Mark", "kind": "%s", "reference": %s, "options": %s,
                 "required": false, "position": 1}""".formatted(
                        type,
                        code,
                        kind,
                        kind.equals("REFERENCE") ? "\"user\"" : "null",
                        kind.equals("CHOICE") ? "[{\"code\": \"a\", \"labelZh\": \"甲\", \"labelEn\": \"A\"}]" : "[]"));
    }

    private void index() {
        String job = Api.body(api.put(path(), "")).path("id").asString();
        JsonNode ended = await().atMost(60, SECONDS)
                .until(
                        () -> api.read("/api/jobs/" + job),
                        it -> !it.path("finishedAt").isNull());
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("DONE");
    }

    private String path() {
        return "/api/custom-fields/" + field + "/index";
    }

    private boolean isThere() {
        return jooq.fetchExists(table("pg_class"), condition("relname = 'custom_field_" + field + "'"));
    }

    private String state(String type) {
        return told(api.read("/api/custom-fields/indexes?type=" + type), "fieldId", Long.toString(field))
                .path("state")
                .asString();
    }

    private static JsonNode told(JsonNode all, String name, String value) {
        for (JsonNode each : all) {
            if (each.path(name).asString().equals(value)) {
                return each;
            }
        }
        throw new AssertionError(value + " is not among " + all);
    }

    private boolean isIndexed(String type, String name) {
        return told(api.read("/api/records/" + type + "/fields").path("fields"), "name", name)
                .path("indexed")
                .asBoolean();
    }

    @ParameterizedTest
    @CsvSource({
        "opportunity, INTEGER",
        "customer, TEXT",
        "contact, DATE",
        "product, MONEY",
        "activity, INSTANT",
        "task, CHOICE",
        "user, PHONE"
    })
    void everyTypeCanHaveOne(String type, String kind) {
        field(type, kind);
        assertThat(state(type)).isEqualTo("NONE");
        assertThat(isIndexed(type, "cf_" + code)).isFalse();
        index();
        assertThat(isThere()).isTrue();
        assertThat(state(type)).isEqualTo("READY");
        await().atMost(5, SECONDS).until(() -> isIndexed(type, "cf_" + code));
        assertThat(api.get("/api/records/%s?sort=-cf_%s".formatted(type, code))).hasStatusOk();
    }

    @Test
    void referencesHaveOneForFiltersOnly() {
        field("task", "REFERENCE");
        index();
        assertThat(told(api.read("/api/custom-fields/indexes?type=task"), "fieldId", Long.toString(field))
                        .path("sorts")
                        .asBoolean())
                .isFalse();
        assertThat(isIndexed("task", "cf_" + code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LONG_TEXT", "TAGS", "BOOLEAN"})
    void someKindsCannot(String kind) {
        field("task", kind);
        assertThat(state("task")).isEqualTo("IMPOSSIBLE");
        assertThat(api.put(path(), "")).hasStatus(400);
    }

    @Test
    void isTakenAwayAloneAndWithItsField() {
        field("task", "INTEGER");
        index();
        assertThat(api.delete(path())).hasStatus2xxSuccessful();
        assertThat(isThere()).isFalse();
        index();
        assertThat(api.delete("/api/custom-fields/" + field)).hasStatus2xxSuccessful();
        assertThat(isThere()).isFalse();
        assertThat(api.put(path(), "")).hasStatus(404);
    }

    @Test
    void textsDoNotGrowBeyondIt() {
        field("task", "TEXT");
        index();
        assertThat(api.patch("/api/custom-fields/" + field, """
                {"version": 0, "labelZh": "标", "labelEn": "Mark", "required": false, "position": 1, "maxLength": 600}""")).hasStatus(400);
    }

    @Test
    void isMadeAgainWhereItIsLost() {
        field("task", "INTEGER");
        jooq.transaction(wished -> {
            wished.dsl().execute("set local qiji.writer = '1'");
            wished.dsl().execute("update records.custom_field set indexed = true where id = " + field);
        });
        assertThat(state("task")).isEqualTo("WISHED");
        indexes.run(new DefaultApplicationArguments());
        await().atMost(60, SECONDS).until(this::isThere);
    }

    @Test
    void othersMayNot() {
        field("task", "INTEGER");
        Api nobody = Api.of(http, SampleData.viewer(1, "task:read"));
        assertThat(nobody.put(path(), "")).hasStatus(403);
        assertThat(nobody.delete(path())).hasStatus(403);
        assertThat(nobody.get("/api/custom-fields/indexes?type=task")).hasStatus(403);
    }

    @Test
    void theProgramsOwnIndexesAreTold() {
        assertThat(isIndexed("opportunity", "createdAt")).isTrue();
        assertThat(isIndexed("opportunity", "expectedAmount")).isTrue();
        assertThat(isIndexed("opportunity", "expectedSignOn")).isFalse();
        assertThat(isIndexed("opportunity", "customer")).isFalse();
        assertThat(isIndexed("customer", "name")).isFalse();
    }
}
