package qiji.customer.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.testing.Api;
import tools.jackson.databind.JsonNode;

/** Merges of one type over HTTP, as one viewer asks for them. */
record MergeApi(Api api, String type) {
    JsonNode preview(long keep, long gone) {
        return api.read("/api/merges/preview?type={type}&keep={keep}&gone={gone}", type, keep, gone);
    }

    static JsonNode field(JsonNode preview, String code) {
        return preview.path("fields")
                .valueStream()
                .filter(it -> it.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** On the versions of now; gives the id of the merge. */
    long merge(long keep, long gone, String... take) {
        return merge(keep, gone, taking(take));
    }

    long mergeAsUsual(long keep, long gone) {
        return merge(keep, gone, "");
    }

    private long merge(long keep, long gone, String more) {
        JsonNode preview = preview(keep, gone);
        return api.create(
                "/api/merges",
                body(
                        keep,
                        gone,
                        preview.path("keep").path("version").asInt(),
                        preview.path("gone").path("version").asInt(),
                        more));
    }

    MvcTestResult tryMerge(long keep, long gone, int keepVersion, int goneVersion, String... take) {
        return api.post("/api/merges", body(keep, gone, keepVersion, goneVersion, taking(take)));
    }

    long last(long record) {
        return Long.parseLong(api.read("/api/merges?type={type}&record={record}", type, record)
                .path("rows")
                .path(0)
                .path("id")
                .asString());
    }

    MvcTestResult tryUndo(long merge) {
        return api.post("/api/merges/" + merge + "/undo", "");
    }

    void undo(long merge) {
        MvcTestResult answer = tryUndo(merge);
        assertThat(answer).as(() -> Api.body(answer).toString()).hasStatus(HttpStatus.OK);
    }

    private static String taking(String... take) {
        return Arrays.stream(take).map("\"%s\""::formatted).collect(Collectors.joining(",", ", \"take\": [", "]"));
    }

    private String body(long keep, long gone, int keepVersion, int goneVersion, String more) {
        return """
                {"type": "%s", "keep": "%d", "gone": "%d", "keepVersion": %d, "goneVersion": %d%s}""".formatted(type, keep, gone, keepVersion, goneVersion, more);
    }
}
