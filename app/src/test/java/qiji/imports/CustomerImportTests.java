package qiji.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewers;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;

/** Loading customers: what is refused and why, what is updated, what comes back. [X3] In a database of its own. */
@ModuleTest
@TestPropertySource(properties = "test.database=imports")
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class CustomerImportTests {
    private static final String MAPPING = """
            {"columns": [{"column": "客户名称", "field": "name"},
                         {"column": "行业", "field": "industry"},
                         {"column": "年营业额", "field": "annualRevenue"},
                         {"column": "上级", "field": "parent"}],
             "keyField": "name"}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Viewers viewers;

    @Autowired
    org.jooq.DSLContext jooq;

    Importing importing;

    @BeforeEach
    void beTheAdministrator() {
        importing = new Importing(mvc, viewers.find(Administrator.id(jooq)).orElseThrow());
    }

    @Test
    void proposesAMappingFromChineseHeadersInGbk() {
        var file = "客户名称,行业,年营业额\n甲公司,制造业,12.5万元\n".getBytes(Charset.forName("GBK"));
        var run = importing.upload("customer", "客户.csv", file);
        assertThat(run.get("encoding").asString()).isEqualTo("GB18030");
        assertThat(run.get("rowCount").asInt()).isEqualTo(1);
        assertThat(run.get("columns").get(0).get("samples").get(0).asString()).isEqualTo("甲公司");
        assertThat(run.get("proposal").get("columns")).hasSize(3);
        assertThat(run.get("proposal").get("keyField").asString()).isEqualTo("name");
    }

    @Test
    void returnsBadRowsWithTheReasonAndTakesTheMendedFile() {
        var run = mapped("""
                客户名称,行业,年营业额,上级
                乙一,制造业,12.5万元,
                乙二,制照业,1000,
                ,教育,1,
                乙四,教育,很多,
                """);
        var report = importing.dryRun(run);
        assertThat(report.get("good").asInt()).isEqualTo(1);
        assertThat(report.get("bad").asInt()).isEqualTo(3);
        assertThat(problem(report, "unknown-choice").get("count").asInt()).isEqualTo(1);
        assertThat(problem(report, "not-a-number")
                        .get("examples")
                        .get(0)
                        .get("row")
                        .asInt())
                .isEqualTo(5);
        assertThat(importing.run(run).get("created").asInt()).isEqualTo(1);
        var errors = importing.text("/api/imports/" + Importing.id(run) + "/errors");
        assertThat(errors).contains("乙二").contains("没有这个选项").contains("乙四").doesNotContain("乙一");
        var again = importing.upload(
                "customer",
                "mended.csv",
                errors.replace("制照业", "制造业").replace("很多", "3").getBytes(StandardCharsets.UTF_8));
        // The mapping of such files was kept.
        assertThat(again.get("proposal").get("columns")).hasSize(4);
        importing.map(again, MAPPING);
        assertThat(importing.run(again).get("created").asInt()).isEqualTo(2);
    }

    /** Of cells that cannot be read, of those that the catalogue and of those that only the module refuses. */
    @Test
    void returnsARowWithAllItsReasons() {
        var run = importing.upload(
                "customer",
                "many.csv",
                "name,industry,revenue,code,url\n辛一,制照业,-5,91110000600037341X,x\n,教育,1,,\n"
                        .getBytes(StandardCharsets.UTF_8));
        importing.map(run, """
                {"columns": [{"column": "name", "field": "name"}, {"column": "industry", "field": "industry"},
                             {"column": "revenue", "field": "annualRevenue"}, {"column": "code", "field": "creditCode"},
                             {"column": "url", "field": "website"}],
                 "keyField": "name"}""");
        var report = importing.dryRun(run);
        assertThat(report.get("bad").asInt()).isEqualTo(2);
        assertThat(report.get("problems").findValuesAsString("column"))
                .as(report.toString())
                .containsExactlyInAnyOrder("industry", "revenue", "code", "url", "name");
        importing.run(run);
        var errors = importing
                .text("/api/imports/" + Importing.id(run) + "/errors")
                .lines()
                .toList();
        assertThat(errors.get(1))
                .contains("industry: ")
                .contains("revenue: ")
                .contains("code: ")
                .contains("url: ");
    }

    @Test
    void saysInFixedTextsWhatCellsMean() {
        var run = importing.upload(
                "customer", "meant.csv", "name,sector\n壬一,GTXPro\n壬二,教育\n".getBytes(StandardCharsets.UTF_8));
        importing.map(run, """
                {"columns": [{"column": "name", "field": "name"},
                             {"column": "sector", "field": "industry", "valueMap": {"GTXPro": "制造业"}}],
                 "fixed": {"description": "{sector} · {name}"}, "keyField": "name"}""");
        assertThat(importing.run(run).get("created").asInt()).isEqualTo(2);
        assertThat(importing
                        .get("/api/records/customer?fields=description&filter={filter}", named("壬一"))
                        .get("rows")
                        .get(0)
                        .get("description")
                        .asString())
                .isEqualTo("制造业 · 壬一");
    }

    @Test
    void updatesByKeyAndUndoGivesTheValuesBack() {
        var first = mapped("客户名称,行业,年营业额,上级\n丙一,教育,1,\n");
        importing.run(first);
        var second = mapped("客户名称,行业,年营业额,上级\n丙一,教育,2,\n丙二,教育,2,丙一\n");
        var result = importing.run(second);
        assertThat(result.get("updated").asInt()).isEqualTo(1);
        assertThat(result.get("created").asInt()).isEqualTo(1);
        assertThat(revenueOf("丙一")).isEqualTo("2");
        assertThat(importing.undo(second).get("undone").asInt()).isEqualTo(2);
        assertThat(revenueOf("丙一")).isEqualTo("1");
        assertThat(importing.count("customer", named("丙二"))).isZero();
    }

    @Test
    void changesNothingWhenLoadedAgain() {
        var file = "客户名称,行业,年营业额,上级\n丁一,教育,1,丁二\n丁二,教育,1,\n";
        importing.run(mapped(file));
        var again = importing.run(mapped(file));
        assertThat(again.get("unchanged").asInt()).isEqualTo(2);
        assertThat(again.get("created").asInt() + again.get("updated").asInt()).isZero();
    }

    @Test
    void linksRowsToRowsBelowThem() {
        importing.run(mapped("客户名称,行业,年营业额,上级\n戊一,教育,1,戊二\n戊二,教育,1,\n"));
        var row = importing
                .get("/api/records/customer?fields=parent&filter={filter}", named("戊一"))
                .get("rows")
                .get(0);
        assertThat(row.get("parent").get("label").asString()).isEqualTo("戊二");
    }

    @Test
    void sparesWhatSomeoneChangedSince() {
        var run = mapped("客户名称,行业,年营业额,上级\n己一,教育,1,\n");
        importing.run(run);
        importing.run(mapped("客户名称,行业,年营业额,上级\n己一,教育,9,\n"));
        var undone = importing.undo(run);
        assertThat(undone.get("undone").asInt()).isZero();
        assertThat(undone.get("changedSince").asInt()).isEqualTo(1);
        assertThat(revenueOf("己一")).isEqualTo("9");
    }

    private JsonNode mapped(String file) {
        var run = importing.upload("customer", "customers.csv", file.getBytes(StandardCharsets.UTF_8));
        importing.map(run, MAPPING);
        return run;
    }

    private String revenueOf(String name) {
        return importing
                .get("/api/records/customer?fields=annualRevenue&filter={filter}", named(name))
                .get("rows")
                .get(0)
                .get("annualRevenue")
                .decimalValue()
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String named(String name) {
        return "{\"field\":\"name\",\"op\":\"is\",\"value\":\"%s\"}".formatted(name);
    }

    private static JsonNode problem(JsonNode report, String code) {
        return StreamSupport.stream(report.get("problems").spliterator(), false)
                .filter(problem -> problem.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
