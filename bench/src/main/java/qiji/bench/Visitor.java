package qiji.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import qiji.demo.DemoAccount;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone signed in, over one connection that stays open. */
final class Visitor {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    private Visitor(URI address) {
        this.address = address;
    }

    static Visitor signIn(URI address, DemoAccount account) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(address);
        visitor.get("/api/setup"); // brings the token that a change must carry
        visitor.send(
                "POST",
                "/api/session",
                JSON.createObjectNode()
                        .put("username", account.username())
                        .put("password", account.password())
                        .toString());
        visitor.get("/api/session");
        return visitor;
    }

    /** The body as it came. */
    byte[] get(String path) throws IOException, InterruptedException {
        return answer(client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofByteArray()));
    }

    byte[] send(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** As a form with one file. */
    byte[] upload(String path, String name, byte[] content) throws IOException, InterruptedException {
        String boundary = "--bench--";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(boundary, name)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return send("POST", path, "multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private byte[] send(String method, String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", type)
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        return answer(client.send(request, BodyHandlers.ofByteArray()));
    }

    static JsonNode read(byte[] body) {
        return JSON.readTree(body);
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static byte[] answer(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException("%s %s answered %d: %s"
                    .formatted(
                            response.request().method(),
                            response.uri(),
                            response.statusCode(),
                            new String(response.body(), StandardCharsets.UTF_8)));
        }
        return response.body();
    }
}
