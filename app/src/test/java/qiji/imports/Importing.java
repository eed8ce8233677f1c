package qiji.imports;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.access.Viewer;
import qiji.testing.As;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads files as the wizard does: over HTTP, waiting for the jobs. */
final class Importing {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> ENDED = Set.of("DONE", "FAILED", "CANCELLED");

    private final MockMvcTester mvc;
    private final Viewer viewer;

    Importing(MockMvcTester mvc, Viewer viewer) {
        this.mvc = mvc;
        this.viewer = viewer;
    }

    /** The id of the import. */
    JsonNode upload(String type, String name, byte[] content) {
        return body(
                mvc.post()
                        .uri("/api/imports?type={type}", type)
                        .multipart()
                        .file(new org.springframework.mock.web.MockMultipartFile("file", name, "text/csv", content))
                        .with(As.viewer(viewer)),
                201);
    }

    /** The import, its file read in another way. */
    JsonNode read(JsonNode run, String reading) {
        return body(
                mvc.put()
                        .uri("/api/imports/{id}/reading", id(run))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(reading)
                        .with(As.viewer(viewer)),
                200);
    }

    void map(JsonNode run, String mapping) {
        body(
                mvc.put()
                        .uri("/api/imports/{id}/mapping", id(run))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(mapping)
                        .with(As.viewer(viewer)),
                204);
    }

    /** The report. */
    JsonNode dryRun(JsonNode run) {
        finish(run, "dry-run");
        return get("/api/imports/" + id(run)).get("report");
    }

    /** The result. */
    JsonNode run(JsonNode run) {
        finish(run, "run");
        return get("/api/imports/" + id(run)).get("result");
    }

    JsonNode undo(JsonNode run) {
        finish(run, "undo");
        return get("/api/imports/" + id(run)).get("result");
    }

    private void finish(JsonNode run, String what) {
        var job = ended(start(run, what));
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("DONE");
    }

    /** The id of the job. */
    String start(JsonNode run, String what) {
        return body(mvc.post().uri("/api/imports/{id}/" + what, id(run)).with(As.viewer(viewer)), 202)
                .get("jobId")
                .asString();
    }

    JsonNode ended(String jobId) {
        return await().atMost(300, SECONDS)
                .until(
                        () -> get("/api/jobs/" + jobId),
                        job -> ENDED.contains(job.get("state").asString()));
    }

    JsonNode get(String path, Object... values) {
        return body(mvc.get().uri(path, values).with(As.viewer(viewer)), 200);
    }

    String text(String path) {
        try {
            return mvc.get()
                    .uri(path)
                    .with(As.viewer(viewer))
                    .exchange()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    JsonNode post(String path, String content) {
        return body(
                mvc.post()
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(content)
                        .with(As.viewer(viewer)),
                201);
    }

    /** How many records of {@code type} fit the filter. */
    long count(String type, String filter) {
        return get("/api/records/{type}/count?filter={filter}", type, filter)
                .get("count")
                .asLong();
    }

    static String id(JsonNode run) {
        return run.get("id").asString();
    }

    private static JsonNode body(MockMvcTester.MockMvcRequestBuilder request, int status) {
        return body(request.exchange(), status);
    }

    private static JsonNode body(MockMvcTester.MockMultipartMvcRequestBuilder request, int status) {
        return body(request.exchange(), status);
    }

    private static JsonNode body(org.springframework.test.web.servlet.assertj.MvcTestResult answer, int status) {
        try {
            var text = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
            assertThat(answer.getResponse().getStatus()).as(text).isEqualTo(status);
            return text.isEmpty() ? JSON.nullNode() : JSON.readTree(text);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
