package qiji.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Viewer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as one viewer uses it. */
public final class Api {
    private final MockMvcTester http;
    private final Viewer viewer;

    private Api(MockMvcTester http, Viewer viewer) {
        this.http = http;
        this.viewer = viewer;
    }

    public static Api of(MockMvcTester http, Viewer viewer) {
        return new Api(http, viewer);
    }

    public MvcTestResult get(String uri, Object... variables) {
        return http.get()
                .uri(uri, variables)
                .with(authentication(new TestingAuthenticationToken(viewer, null, "USER")))
                .exchange();
    }

    public MvcTestResult post(String uri, String json) {
        return send(HttpMethod.POST, uri, json);
    }

    public MvcTestResult put(String uri, String json) {
        return send(HttpMethod.PUT, uri, json);
    }

    public MvcTestResult patch(String uri, String json) {
        return send(HttpMethod.PATCH, uri, json);
    }

    public MvcTestResult delete(String uri) {
        return send(HttpMethod.DELETE, uri, "");
    }

    /** Creates a record and gives its id. */
    public long create(String uri, String json) {
        MvcTestResult answer = post(uri, json);
        assertThat(answer).as(() -> body(answer).toString()).hasStatus(HttpStatus.CREATED);
        return Long.parseLong(body(answer).path("id").asString());
    }

    /** Attaches a file to a record and gives its id. */
    public long attach(String recordType, long recordId, String name) {
        MvcTestResult answer = http.post()
                .uri("/api/files")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/plain", name.getBytes(StandardCharsets.UTF_8)))
                .param("recordType", recordType)
                .param("recordId", Long.toString(recordId))
                .with(authentication(new TestingAuthenticationToken(viewer, null, "USER")))
                .with(As.page())
                .exchange();
        assertThat(answer).as(() -> body(answer).toString()).hasStatus(HttpStatus.CREATED);
        return Long.parseLong(body(answer).path("id").asString());
    }

    /** What a GET answers, which must be there. */
    public JsonNode read(String uri, Object... variables) {
        MvcTestResult answer = get(uri, variables);
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    public static JsonNode body(MvcTestResult answer) {
        try {
            return JsonMapper.shared().readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult send(HttpMethod method, String uri, String json) {
        return http.method(method)
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(authentication(new TestingAuthenticationToken(viewer, null, "USER")))
                .with(As.page())
                .exchange();
    }
}
