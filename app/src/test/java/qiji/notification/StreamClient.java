package qiji.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A browser that is signed in and listens: real requests to a real server. */
class StreamClient {
    private static final String END = "end of stream";
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final String session;

    StreamClient(int port, String username, String password) throws IOException, InterruptedException {
        server = "http://127.0.0.1:" + port;
        var answer = http.send(
                to("/api/session", null)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        session = answer.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .filter(cookie -> !cookie.startsWith("XSRF"))
                .findFirst()
                .orElseThrow();
    }

    void signOut() throws IOException, InterruptedException {
        assertThat(http.send(to("/api/session", session).DELETE().build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);
    }

    HttpResponse<InputStream> ask() throws IOException, InterruptedException {
        return http.send(
                to("/api/notices/stream", session)
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    Heard listen() throws IOException, InterruptedException {
        Heard heard = new Heard(ask());
        assertThat(heard.answer.statusCode()).isEqualTo(200);
        assertThat(heard.next()).startsWith("retry: ");
        return heard;
    }

    private HttpRequest.Builder to(String path, @Nullable String cookie) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("X-XSRF-TOKEN", "of-the-page")
                .header("Cookie", "XSRF-TOKEN=of-the-page" + (cookie == null ? "" : "; " + cookie));
    }

    /** What comes by one stream, line by line. */
    static final class Heard implements AutoCloseable {
        final HttpResponse<InputStream> answer;
        private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

        private Heard(HttpResponse<InputStream> answer) {
            this.answer = answer;
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                reader.lines().filter(line -> !line.isEmpty()).forEach(lines::add);
            } catch (IOException | java.io.UncheckedIOException broken) {
                // as good as an end
            }
            lines.add(END);
        }

        /** The next line that is said within five seconds. */
        String next() throws InterruptedException {
            return Optional.ofNullable(lines.poll(5, TimeUnit.SECONDS)).orElse("nothing");
        }

        void hears(String expected) throws InterruptedException {
            String line = next();
            while (!line.equals(expected) && !line.equals("nothing") && !line.equals(END)) {
                line = next();
            }
            assertThat(line).isEqualTo(expected);
        }

        void ends() throws InterruptedException {
            hears(END);
        }

        void isSilent() {
            assertThat(lines).isEmpty();
        }

        @Override
        public void close() throws IOException {
            answer.body().close();
        }
    }
}
