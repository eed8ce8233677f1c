package qiji.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewers;
import qiji.testing.ModuleTest;
import qiji.testing.RealData;
import tools.jackson.databind.JsonNode;

/**
 * The main job on real input: a hardware seller's people, accounts, products and 8,800 opportunities go into a clean
 * system over HTTP as a user loads them, and the records then show the figures that are known of that data. [X3]
 */
@ModuleTest
@TestPropertySource(properties = "test.database=real-import")
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class RealImportTests {
    private static final String TEAMS = """
            {"columns": [{"column": "sales_agent", "field": "name"},
                         {"column": "manager", "field": "manager", "onMissing": "CREATE"},
                         {"column": "regional_office", "field": "department", "onMissing": "CREATE"}],
             "keyField": "name"}""";
    private static final String ACCOUNTS = """
            {"columns": [{"column": "account", "field": "name"},
                         {"column": "sector", "field": "industry", "onMissing": "CREATE",
                          "valueMap": {"technolgy": "technology"}},
                         {"column": "year_established", "field": "foundedYear"},
                         {"column": "revenue", "field": "annualRevenue"},
                         {"column": "employees", "field": "employeeCount"},
                         {"column": "office_location", "field": "region"},
                         {"column": "subsidiary_of", "field": "parent"}],
             "keyField": "name"}""";
    private static final String PRODUCTS = """
            {"columns": [{"column": "product", "field": "name"},
                         {"column": "series", "field": "series"},
                         {"column": "sales_price", "field": "listPrice"}],
             "keyField": "name"}""";
    private static final String PIPELINE = """
            {"columns": [{"column": "opportunity_id", "field": "externalId"},
                         {"column": "sales_agent", "field": "owner"},
                         {"column": "product", "field": "product", "valueMap": {%s}},
                         {"column": "account", "field": "customer"},
                         {"column": "deal_stage", "field": "stage", "valueMap": {"Lost": "Engaging"}},
                         {"column": "deal_stage", "field": "status",
                          "valueMap": {"Prospecting": "OPEN", "Engaging": "OPEN", "Won": "WON", "Lost": "LOST"}},
                         {"column": "engage_date", "field": "openedOn"},
                         {"column": "close_date", "field": "closedOn"},
                         {"column": "close_value", "field": "wonAmount"}],
             "fixed": {"process": "Hardware sales", "name": "{product} · {account}"},
             "keyField": "externalId"}""";
    private static final String PROCESS = """
            {"code": "HARDWARE", "name": "Hardware sales", "stages": [
                {"code": "P", "name": "Prospecting", "winRate": 10, "maturity": "POTENTIAL"},
                {"code": "E", "name": "Engaging", "winRate": 40, "maturity": "VALID"},
                {"code": "W", "name": "Won", "winRate": 100, "maturity": "SUCCESS", "isFinal": true}]}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Viewers viewers;

    @Autowired
    DSLContext jooq;

    Importing importing;

    @BeforeEach
    void beTheAdministrator() {
        importing = new Importing(mvc, viewers.find(Administrator.id(jooq)).orElseThrow());
    }

    @Test
    void theRealCompanyGoesInAndShowsItsFigures() throws IOException {
        var people = importing.run(mapped("user", "sales_teams.csv", TEAMS));
        assertThat(people.get("created").asInt()).isEqualTo(35);
        assertThat(people.get("made").asInt()).as("6 managers and 3 offices").isEqualTo(9);
        var accounts = importing.run(mapped("customer", "accounts.csv", ACCOUNTS));
        assertThat(accounts.get("created").asInt()).isEqualTo(85);
        assertThat(importing
                        .run(mapped("product", "products.csv", PRODUCTS))
                        .get("created")
                        .asInt())
                .isEqualTo(7);
        importing.post("/api/processes", PROCESS);

        var without = mapped("opportunity", "sales_pipeline.csv", PIPELINE.formatted(""));
        var report = importing.dryRun(without);
        assertThat(report.get("good").asInt()).as(report.toString()).isEqualTo(7320);
        assertThat(report.get("bad").asInt()).isEqualTo(1480);
        var suggestion = report.get("problems").get(0).get("suggestions").get(0);
        assertThat(suggestion.get("from").asString()).isEqualTo("GTXPro");
        assertThat(suggestion.get("to").asString()).isEqualTo("GTX Pro");
        assertThat(suggestion.get("count").asInt()).isEqualTo(1480);

        var begin = Instant.now();
        assertThat(importing.run(without).get("created").asInt()).isEqualTo(7320);
        var refused = importing.text("/api/imports/" + Importing.id(without) + "/errors");
        assertThat(refused.lines()).hasSize(1481);
        var mapping = PIPELINE.formatted("\"GTXPro\": \"GTX Pro\"");
        var rest = importing.upload("opportunity", "refused.csv", refused.getBytes(StandardCharsets.UTF_8));
        importing.map(rest, mapping);
        assertThat(importing.run(rest).get("created").asInt()).isEqualTo(1480);
        System.out.println("8,800 opportunities loaded in " + Duration.between(begin, Instant.now()));
        theFiguresAreThere();

        var again = importing.run(mapped("opportunity", "sales_pipeline.csv", mapping));
        assertThat(again.get("unchanged").asInt()).as(again.toString()).isEqualTo(8800);
        assertThat(importing.count("opportunity", "")).isEqualTo(8800);

        assertThat(importing.undo(rest).get("undone").asInt()).isEqualTo(1480);
        assertThat(importing.undo(without).get("undone").asInt()).isEqualTo(7320);
        assertThat(importing.count("opportunity", "")).isZero();
    }

    private void theFiguresAreThere() {
        assertThat(groups("status", "count"))
                .containsOnly(entry("OPEN", 2089L), entry("WON", 4238L), entry("LOST", 2473L));
        var won = is("status", "WON");
        assertThat(importing
                        .get("/api/records/opportunity/sums?sums=wonAmount&fields=wonAmount&filter={filter}", won)
                        .get("sums")
                        .get("wonAmount")
                        .decimalValue())
                .isEqualByComparingTo(new BigDecimal(10_005_534));
        var quarters = importing.get(
                "/api/records/opportunity/groups?by=closedOn:quarter&sums=wonAmount&filter={filter}", won);
        Map<String, Long> byQuarter = new LinkedHashMap<>();
        quarters.get("groups")
                .forEach(group -> byQuarter.put(
                        group.get("label").asString(),
                        group.get("sums").get("wonAmount").decimalValue().longValueExact()));
        assertThat(byQuarter.values()).containsExactlyInAnyOrder(1_134_672L, 3_086_111L, 2_982_255L, 2_802_496L);
        assertThat(importing.count("opportunity", "{\"field\":\"customer\",\"op\":\"empty\"}"))
                .isEqualTo(1425);
        assertThat(importing.count("opportunity", "{\"field\":\"closedOn\",\"op\":\"empty\"}"))
                .isEqualTo(2089);
        var stages = importing.get("/api/records/opportunity/groups?by=stage");
        Map<String, Long> byStage = new LinkedHashMap<>();
        stages.get("groups")
                .forEach(group -> byStage.put(
                        group.get("label").asString(), group.get("count").asLong()));
        assertThat(byStage)
                .containsOnly(entry("Prospecting", 500L), entry("Engaging", 1589L + 2473L), entry("Won", 4238L));
        assertThat(importing.count("customer", "")).isEqualTo(85);
        assertThat(importing.count(
                        "product", "{\"field\":\"series\",\"op\":\"in\",\"value\":[\"GTX\",\"GTK\",\"MG\"]}"))
                .isEqualTo(7);
        var first = importing
                .get(
                        "/api/records/opportunity?fields=name,owner,customer,openedOn,closedOn,wonAmount&filter={filter}",
                        is("externalId", "1C1I7A6R"))
                .get("rows")
                .get(0);
        assertThat(first.get("name").asString()).isEqualTo("GTX Plus Basic · Cancity");
        assertThat(first.get("owner").get("label").asString()).isEqualTo("Moses Frase");
        assertThat(first.get("openedOn").asString()).isEqualTo("2016-10-20");
        assertThat(first.get("closedOn").asString()).isEqualTo("2017-03-01");
    }

    private Map<String, Long> groups(String by, String value) {
        Map<String, Long> groups = new LinkedHashMap<>();
        importing
                .get("/api/records/opportunity/groups?by={by}", by)
                .get("groups")
                .forEach(group ->
                        groups.put(group.get("key").asString(), group.get(value).asLong()));
        return groups;
    }

    private static String is(String field, String value) {
        return "{\"field\":\"%s\",\"op\":\"is\",\"value\":\"%s\"}".formatted(field, value);
    }

    private JsonNode mapped(String type, String file, String mapping) throws IOException {
        var content = Files.readAllBytes(RealData.file("crm-sales-opportunities/" + file));
        var run = importing.upload(type, file, content);
        importing.map(run, mapping);
        return run;
    }
}
