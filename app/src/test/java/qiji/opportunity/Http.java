package qiji.opportunity;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import qiji.access.Viewer;
import qiji.testing.As;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests of a signed-in viewer to {@code /api/opportunities}. */
class Http {
    private final MockMvcTester tester;
    private final JsonMapper json;

    Http(ApplicationContext beans) {
        this.tester = beans.getBean(MockMvcTester.class);
        this.json = beans.getBean(JsonMapper.class);
    }

    MvcTestResult send(HttpMethod method, String path, String body, Viewer viewer) {
        return tester.method(method)
                .uri("/api/opportunities" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", "zh-CN")
                .content(body)
                .with(As.page())
                .with(authentication(new TestingAuthenticationToken(viewer, null, "ROLE_USER")))
                .exchange();
    }

    MvcTestResult put(String path, String body, Viewer viewer) {
        return send(HttpMethod.PUT, path, body, viewer);
    }

    MvcTestResult post(String path, String body, Viewer viewer) {
        return send(HttpMethod.POST, path, body, viewer);
    }

    JsonNode get(String path, Viewer viewer) {
        return body(send(HttpMethod.GET, path, "", viewer));
    }

    JsonNode body(MvcTestResult result) {
        try {
            return json.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
