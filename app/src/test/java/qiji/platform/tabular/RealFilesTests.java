package qiji.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiji.testing.RealData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

// X3, over files that others made
class RealFilesTests {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "location_coordinates",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void readsEveryAwkwardCsv(String name) throws IOException {
        var file = TabularFile.open(RealData.file("import/csv-spectrum/csvs/" + name + ".csv"));
        var expected = new ArrayList<Map<String, String>>();
        var json = JSON.readTree(RealData.file("import/csv-spectrum/json/" + name + ".json"));
        (json.isArray() ? json : JSON.createArrayNode().add(json)).forEach(row -> expected.add(asMap(row)));
        if (name.equals("location_coordinates")) {
            // the publisher changed this number in one of the two files only
            expected.getFirst().put("Contact Phone Number", "2095257564");
        }

        assertThat(file.sample(100).stream().map(row -> asMap(file.columns(), row)))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void readsTheSameRowsInEveryEncoding() throws IOException {
        var expected = TabularFile.open(RealData.file("import/encodings/cn_companies_500.utf8bom.csv"))
                .sample(1000);

        assertThat(expected).hasSize(500);
        for (var name : List.of("gbk.csv", "gb18030.csv", "utf16le.tab.csv")) {
            var file = TabularFile.open(RealData.file("import/encodings/cn_companies_500." + name));
            assertThat(file.sample(1000)).as(name).isEqualTo(expected);
        }
    }

    @Test
    void readsCharactersThatOnlyGb18030Has() throws IOException {
        var file = (CsvFile) TabularFile.open(RealData.file("import/encodings/cn_rare_chars.gb18030.csv"));

        assertThat(file.encoding()).isEqualTo("GB18030");
        var all = new HashSet<List<String>>();
        try (var rows = TabularFile.open(companies()).rows()) {
            rows.forEachRemaining(row -> all.add(row.cells()));
        }
        assertThat(all).hasSizeGreaterThan(99_000);
        assertThat(file.sample(1000)).hasSize(127).allMatch(row -> all.contains(row.cells()));
    }

    @Test
    void countsTheRealOpportunities() throws IOException {
        var file = TabularFile.open(RealData.file("crm-sales-opportunities/sales_pipeline.csv"));

        assertThat(file.countRows()).isEqualTo(8800);
        assertThat(file.columns()).hasSize(8).startsWith("opportunity_id", "sales_agent");
    }

    @Test
    void readsAWorkbookThatExcelMade() throws IOException {
        var file = (WorkbookFile) TabularFile.open(RealData.file("chinese/cn_family_names_1k.xlsx"));

        assertThat(file.countRows()).isGreaterThan(900);
        assertThat(file.sample(5)).extracting(row -> row.cells().toString()).anyMatch(text -> text.contains("王"));
    }

    @Test
    void bringsEveryNaughtyStringBackFromCsv() throws IOException {
        bringsBack((out, header) -> TableWriter.csv(out, header));
    }

    @Test
    void bringsEveryNaughtyStringBackFromAWorkbook() throws IOException {
        bringsBack((out, header) -> TableWriter.workbook(out, "naughty", header));
    }

    private interface Opening {
        TableWriter open(OutputStream out, List<String> header) throws IOException;
    }

    private void bringsBack(Opening opening) throws IOException {
        var path = folder.resolve("naughty");
        var strings = new ArrayList<String>();
        JSON.readTree(RealData.file("import/naughty-strings/blns.json")).forEach(node -> strings.add(node.asString()));
        assertThat(strings).hasSize(485);
        try (var out = Files.newOutputStream(path);
                var writer = opening.open(out, List.of("number", "text"))) {
            for (int i = 0; i < strings.size(); i++) {
                writer.row(List.of(i, strings.get(i)));
            }
            writer.finish();
        }

        assertThat(TabularFile.open(path).sample(1000))
                .extracting(row -> row.cells().get(1))
                .isEqualTo(strings);
    }

    private Path companies() throws IOException {
        var path = folder.resolve("companies.csv");
        try (var in = new GZIPInputStream(Files.newInputStream(RealData.file("chinese/cn_companies_100k.csv.gz")))) {
            Files.copy(in, path);
        }
        return path;
    }

    private static Map<String, String> asMap(JsonNode row) {
        var map = new TreeMap<String, String>();
        row.properties()
                .forEach(field -> map.put(field.getKey(), field.getValue().asString()));
        return map;
    }

    private static Map<String, String> asMap(List<String> columns, Row row) {
        var map = new TreeMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            map.put(columns.get(i), row.cells().get(i));
        }
        return map;
    }
}
