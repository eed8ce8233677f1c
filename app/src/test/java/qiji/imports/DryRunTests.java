package qiji.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewers;
import qiji.process.Stage;
import qiji.process.Stages;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;

/** The dry run promises what the run then does, whatever is in the file, and leaves nothing behind. [X3] */
@ModuleTest
@TestPropertySource(properties = "test.database=dry-run")
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class DryRunTests {
    private static final String MAPPING = """
            {"columns": [{"column": "id", "field": "externalId"},
                         {"column": "number", "field": "number"},
                         {"column": "name", "field": "name"},
                         {"column": "customer", "field": "customer", "onMissing": "CREATE"},
                         {"column": "stage", "field": "stage"},
                         {"column": "status", "field": "status"},
                         {"column": "opened", "field": "openedOn"},
                         {"column": "closed", "field": "closedOn"},
                         {"column": "won", "field": "wonAmount"},
                         {"column": "wake up", "field": "wakeUpOn"}],
             "keyField": "externalId"}""";
    private static final List<String> COUNTS = List.of("good", "bad", "created", "updated", "unchanged");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Viewers viewers;

    @Autowired
    DSLContext jooq;

    @Autowired
    Stages stages;

    Importing importing;
    Random random = new Random();

    @BeforeEach
    void beTheAdministrator() {
        importing = new Importing(mvc, viewers.find(Administrator.id(jooq)).orElseThrow());
    }

    /** Twice each: the second file meets what the first one left, and its own keys again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void promisesWhatTheRunDoes(long seed) {
        random = new Random(seed);
        for (int file = 0; file < 2; file++) {
            JsonNode run = mapped("opportunity", rows(seed, 700), MAPPING);
            long before = importing.count("opportunity", "");
            long customers = importing.count("customer", "");
            JsonNode report = importing.dryRun(run);
            assertThat(importing.count("opportunity", "")).isEqualTo(before);
            assertThat(importing.count("customer", "")).isEqualTo(customers);
            JsonNode result = importing.run(run);
            for (String count : COUNTS) {
                assertThat(report.get(count).asLong())
                        .as("seed %d file %d %s of %s and %s", seed, file, count, report, result)
                        .isEqualTo(result.get(count).asLong());
            }
            assertThat(report.get("willCreate").path("customer").asLong())
                    .isEqualTo(importing.count("customer", "") - customers);
            assertThat(result.get("bad").asLong()).isBetween(100L, 690L);
        }
    }

    @Test
    void findsWhatOnlyTheRulesOfTheModuleRefuse() {
        JsonNode run = mapped("customer", "name,code\n钢铁甲,91110000600037341L\n钢铁乙,91110000600037341X\n", """
                {"columns": [{"column": "name", "field": "name"}, {"column": "code", "field": "creditCode"}],
                 "keyField": "name"}""");
        JsonNode report = importing.dryRun(run);
        assertThat(report.get("bad").asInt()).as(report.toString()).isEqualTo(1);
        assertThat(report.get("problems").get(0).get("field").asString()).isEqualTo("creditCode");
        assertThat(importing.run(run).get("bad").asInt()).isEqualTo(1);
    }

    /** Across batches: one stands above itself, one names a row that is refused, one names its superior below it. */
    @Test
    void foretellsWhatBecomesOfRowsThatNameEachOther() {
        String rows = Stream.of("环甲,环乙,", "环乙,环甲,", "链一,链二,", "链三,链坏,", "链坏,,bad", "链末,没有的,", "链二,,")
                .collect(Collectors.joining("\n"));
        String others =
                IntStream.range(0, 600).mapToObj(row -> "链" + row + ",,").collect(Collectors.joining("\n"));
        JsonNode run = mapped("customer", "name,parent,revenue\n" + others + "\n" + rows + "\n", """
                {"columns": [{"column": "name", "field": "name"}, {"column": "parent", "field": "parent"},
                             {"column": "revenue", "field": "annualRevenue"}],
                 "keyField": "name"}""");
        long before = importing.count("customer", "");
        JsonNode report = importing.dryRun(run);
        assertThat(importing.count("customer", "")).isEqualTo(before);
        JsonNode result = importing.run(run);
        for (String count : COUNTS) {
            assertThat(report.get(count))
                    .as("%s of %s and %s", count, report, result)
                    .isEqualTo(result.get(count));
        }
        assertThat(result.get("bad").asInt()).as(report.toString()).isEqualTo(4);
        assertThat(report.get("problems").findValuesAsString("code"))
                .contains("ring", "unknown-reference", "not-a-number");
    }

    @Test
    void foretellsADepartmentBelowAnotherOfTheFile() {
        JsonNode run = mapped("department", "name,parent\n梁山二队,梁山总部\n梁山总部,\n梁山三队,梁山二队\n", """
                {"columns": [{"column": "name", "field": "name"}, {"column": "parent", "field": "parent"}],
                 "keyField": "name"}""");
        JsonNode report = importing.dryRun(run);
        assertThat(report.get("good").asInt()).as(report.toString()).isEqualTo(3);
        JsonNode result = importing.run(run);
        for (String count : COUNTS) {
            assertThat(report.get(count))
                    .as("%s of %s and %s", count, report, result)
                    .isEqualTo(result.get(count));
        }
    }

    private String rows(long seed, int count) {
        List<String> named = stages.findDefault().orElseThrow().stages().stream()
                .map(Stage::name)
                .toList();
        String rows = Stream.generate(() -> Stream.of(
                                "K" + seed + "-" + random.nextInt(900),
                                random.nextInt(20) == 0 ? "N-" + seed + "-" + random.nextInt(5) : "",
                                random.nextInt(30) == 0 ? "" : "Deal",
                                random.nextInt(3) == 0 ? "Client " + seed + "-" + random.nextInt(9) : "",
                                any(named.get(random.nextInt(named.size())), "", "nowhere"),
                                any("OPEN", "WON", "WON", "LOST", "DEFERRED", "INVALID", ""),
                                any("2025-03-01", "2026-01-31", ""),
                                any("2026-02-01", "2026-02-01", "2025-01-01", "2199-01-01", ""),
                                any("100", "0", "", "-1"),
                                any("2027-01-01", "", "", ""))
                        .collect(Collectors.joining(",")))
                .limit(count)
                .collect(Collectors.joining("\n"));
        return "id,number,name,customer,stage,status,opened,closed,won,wake up\n" + rows + "\n";
    }

    private String any(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private JsonNode mapped(String type, String file, String mapping) {
        JsonNode run = importing.upload(type, type + ".csv", file.getBytes(StandardCharsets.UTF_8));
        importing.map(run, mapping);
        return run;
    }
}
