package qiji.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Viewer;
import qiji.access.Viewers;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import tools.jackson.databind.JsonNode;

/** How a text file is read: found out, or said by who knows it. Nothing here waits for a job. [X3] */
@ModuleTest
class ReadingTests {
    private static final String NAME_ONLY = """
            {"columns": [{"column": "name", "field": "name"}], "keyField": "name"}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Viewers viewers;

    @Autowired
    org.jooq.DSLContext jooq;

    Viewer viewer;
    Importing importing;

    @BeforeEach
    void beTheAdministrator() {
        viewer = viewers.find(Administrator.id(jooq)).orElseThrow();
        importing = new Importing(mvc, viewer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "^", ":"})
    void findsRareSeparators(String separator) {
        var run = upload("name,industry\n甲,教育\n乙,教育\n".replace(",", separator));
        assertThat(run.get("separator").asString()).isEqualTo(separator);
        assertThat(run.get("columns")).hasSize(2);
    }

    @Test
    void readsAnewAsItIsTold() {
        var run = upload("name*industry\n甲*教育\n");
        assertThat(run.get("columns")).hasSize(1);
        importing.map(run, """
                {"columns": [{"column": "name*industry", "field": "name"}], "keyField": "name"}""");

        var again = importing.read(run, "{\"separator\": \"*\"}");
        assertThat(again.get("separator").asString()).isEqualTo("*");
        assertThat(again.get("columns").get(1).get("samples").get(0).asString()).isEqualTo("教育");
        assertThat(again.path("mapping").isNull() || again.path("mapping").isMissingNode())
                .isTrue();
        assertThat(again.get("proposal").get("columns")).hasSize(2);

        assertThat(importing.read(run, "{}").get("columns")).hasSize(1);
    }

    @Test
    void takesTheEncodingThatIsSaid() {
        var bytes = "name,industry\n契機,教育\n".getBytes(Charset.forName("Big5"));
        var upload = mvc.post()
                .uri("/api/imports?type=customer&encoding=big5&separator=,")
                .multipart()
                .file(new MockMultipartFile("file", "big5.csv", "text/csv", bytes))
                .with(As.viewer(viewer));
        assertThat(upload.exchange())
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.columns[0].samples[0]")
                .isEqualTo("契機");
    }

    @Test
    void refusesWhatCannotSeparateWithAllFaults() {
        var run = upload("name\n甲\n");
        assertThat(put(run, "{\"separator\": \"ab\", \"encoding\": \"klingon\"}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.fields[*].field")
                .asArray()
                .containsExactly("separator", "encoding");
        assertThat(put(run, "{\"separator\": \"\\\"\"}")).hasStatus(400);
        assertThat(put(run, "{\"encoding\": \"UTF-16LE\"}")).hasStatus(422);
    }

    /** The job begins when this test's transaction ends, so it waits here. */
    @Test
    void saysThatItIsTried() {
        var run = upload("name\n甲\n");
        importing.map(run, NAME_ONLY);
        assertThat(state(run)).isEqualTo("UPLOADED");
        importing.start(run, "dry-run");
        assertThat(state(run)).isEqualTo("TRYING");
        assertThat(put(run, "{}")).hasStatus(409);
    }

    private String state(JsonNode run) {
        return importing.get("/api/imports/" + Importing.id(run)).get("state").asString();
    }

    private JsonNode upload(String text) {
        return importing.upload("customer", "customers.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult put(JsonNode run, String reading) {
        return mvc.put()
                .uri("/api/imports/{id}/reading", Importing.id(run))
                .contentType(MediaType.APPLICATION_JSON)
                .content(reading)
                .with(As.viewer(viewer))
                .exchange();
    }
}
