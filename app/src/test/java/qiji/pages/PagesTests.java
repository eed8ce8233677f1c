package qiji.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import qiji.testing.As;
import qiji.testing.ModuleTest;
import qiji.testing.SampleData;

/** What a browser loads, and what guards it. */
@ModuleTest
class PagesTests {
    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/opportunities/42", "/setup?token=x"})
    void showsTheOnePageForEveryPathOfAPage(String path) {
        Assumptions.assumeTrue(new ClassPathResource("/web/index.html").exists(), "the web module was not built");
        var answer = mvc.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.getResponse().getCookies()).isEmpty();
    }

    @Test
    void showsThatPageFirstOfAll() {
        assertThat(mvc.get().uri("/")).hasStatusOk().hasForwardedUrl("/index.html");
    }

    @Test
    void allowsNoScriptFromElsewhereAndNoFrame() {
        for (String path : new String[] {"/anything", "/api/openapi.json"}) {
            var headers = mvc.get().uri(path).exchange().getResponse();
            assertThat(headers.getHeader("Content-Security-Policy"))
                    .contains("script-src 'self';", "frame-ancestors 'none'", "object-src 'none'");
            assertThat(headers.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(headers.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        }
    }

    @Test
    void answersAnUnknownPathOfTheApiWithAProblem() {
        assertThat(mvc.get().uri("/api/nothing-here").with(As.viewer(SampleData.viewer(1))))
                .hasStatus(HttpStatus.NOT_FOUND)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"/problems/not-found\"}");
        assertThat(mvc.get().uri("/assets/nothing.js")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void describesTheApiWithoutAskingWho() { // X5
        var answer = mvc.get().uri("/api/openapi.json").exchange();
        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.openapi")
                .asString()
                .startsWith("3.1");
        assertThat(answer).bodyText().contains("/api/users/{id}/hand-over").doesNotContain("isSystem", "\"viewer\"");
    }

    @Test
    void givesAPageToTryTheApi() {
        for (String path : new String[] {"/api/docs/index.html", "/api/docs/docs.js", "/api/docs/docs.css"}) {
            assertThat(mvc.get().uri(path)).hasStatusOk();
        }
        assertThat(mvc.get().uri("/api/docs")).hasStatusOk().hasForwardedUrl("/api/docs/index.html");
    }
}
