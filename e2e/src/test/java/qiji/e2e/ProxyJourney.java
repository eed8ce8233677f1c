package qiji.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a proxy that it was told of it believes what the proxy says, and cookies travel by https alone; else nobody. A6 */
class ProxyJourney {
    private static final String PASSWORD = "Quiet-Harbour-77";
    private static final String CLIENT = "203.0.113.9";

    @TempDir
    Path data;

    @Test
    void believesOnlyAProxyThatItWasToldOf() throws Exception {
        try (RunningQiji qiji = RunningQiji.start(data, Map.of("QIJI_ADMIN_PASSWORD", PASSWORD))) {
            assertThat(signIn(qiji)).isNotEmpty().noneMatch(cookie -> cookie.contains("; Secure"));
            assertThat(addressOfTheSession()).isEqualTo("127.0.0.1");
        }
        try (RunningQiji qiji = RunningQiji.start(data, Map.of("QIJI_URL", "https://crm.example.com"))) {
            assertThat(qiji.output()).isEqualTo("契机 is ready: https://crm.example.com");
            assertThat(signIn(qiji)).isNotEmpty().allMatch(cookie -> cookie.contains("; Secure"));
            assertThat(addressOfTheSession()).isEqualTo(CLIENT);
        }
    }

    /** As a proxy passes it on. The cookies that the answer sets. */
    private static List<String> signIn(RunningQiji qiji) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String csrf = cookies(http.send(request(qiji).GET().build(), HttpResponse.BodyHandlers.ofString()))
                    .getFirst()
                    .replaceAll("^XSRF-TOKEN=([^;]+);.*", "$1");
            HttpResponse<String> in = http.send(
                    request(qiji)
                            .header("Content-Type", "application/json")
                            .header("Cookie", "XSRF-TOKEN=" + csrf)
                            .header("X-XSRF-TOKEN", csrf)
                            .POST(HttpRequest.BodyPublishers.ofString("""
                                    {"username": "admin", "password": "%s"}""".formatted(PASSWORD)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(in.statusCode()).as(in.body()).isEqualTo(204);
            return cookies(in);
        }
    }

    private static HttpRequest.Builder request(RunningQiji qiji) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/session".formatted(qiji.port())))
                .header("X-Forwarded-For", CLIENT)
                .header("X-Forwarded-Proto", "https");
    }

    private static List<String> cookies(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie");
    }

    private String addressOfTheSession() throws Exception {
        try (Inside database = Inside.running(data)) {
            return database.ask("select address from organization.session order by id desc limit 1");
        }
    }
}
