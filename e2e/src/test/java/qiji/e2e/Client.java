package qiji.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that works with the application over its API, by a token of the administrator. */
final class Client {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BOUNDARY = "----qiji-e2e";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    private Client(String address, String token) {
        this.address = address;
        this.token = token;
    }

    record Answer(int status, String text) {
        JsonNode json() {
            return text.isEmpty() ? JSON.nullNode() : JSON.readTree(text);
        }

        boolean isConfirmed() {
            return status / 100 == 2;
        }
    }

    /** Whether its health becomes UP within two minutes; asked without pause. */
    static boolean awaitUp(String address) throws InterruptedException {
        HttpRequest health = request(address, "/actuator/health").GET().build();
        HttpClient browser = HttpClient.newHttpClient();
        for (Instant end = Instant.now().plusSeconds(120); Instant.now().isBefore(end); ) {
            try {
                if (browser.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return true;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        return false;
    }

    /** Signs in as the page does, and makes a token. */
    static Client signIn(String address, String user, String password) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        browser.send(request(address, "/api/session").GET().build(), HttpResponse.BodyHandlers.discarding());
        Answer in = post(browser, cookies, address, "/api/session", """
                {"username": "%s", "password": "%s"}""".formatted(user, password));
        assertThat(in.status()).as(in.text()).isEqualTo(204);
        browser.send(request(address, "/api/session").GET().build(), HttpResponse.BodyHandlers.discarding());
        Answer made = post(browser, cookies, address, "/api/me/tokens", """
                {"name": "e2e", "expiresOn": "%s", "scope": "EVERYTHING"}""".formatted(
                        LocalDate.now().plusDays(2)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return new Client(address, made.json().get("token").asString());
    }

    /** Answers without being signed in, from a form of the sign-in page. */
    static Answer postAsStranger(String address, String path, String body) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        browser.send(request(address, "/api/session").GET().build(), HttpResponse.BodyHandlers.discarding());
        return post(browser, cookies, address, path, body);
    }

    private static Answer post(HttpClient browser, CookieManager cookies, String address, String path, String body)
            throws IOException, InterruptedException {
        String csrf = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
        HttpResponse<String> response = browser.send(
                request(address, path)
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", csrf)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    /** The same program, after the application has moved to another port. */
    Client at(String other) {
        return new Client(other, token);
    }

    /** Throws IOException when the application is not there, or dies before it has answered. */
    Answer send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                authorized(path)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    /** What the application answers to a request that must be confirmed. */
    JsonNode confirmed(String method, String path, String body) throws IOException, InterruptedException {
        Answer answer = send(method, path, body);
        assertThat(answer.isConfirmed())
                .as(answer.status() + " " + answer.text())
                .isTrue();
        return answer.json();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return confirmed("GET", path, "");
    }

    byte[] download(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                http.send(authorized(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    JsonNode upload(String path, String name, byte[] content) throws IOException, InterruptedException {
        Answer answer = tryUpload(path, name, content);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    Answer tryUpload(String path, String name, byte[] content) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = http.send(
                authorized(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    /** As a part of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder authorized(String path) {
        return request(address, path).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder request(String address, String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }
}
