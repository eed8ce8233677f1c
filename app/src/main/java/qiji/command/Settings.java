package qiji.command;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says of how to run: {@code QIJI_PORT}, {@code QIJI_BIND}, {@code QIJI_DATA}, {@code QIJI_URL},
 * {@code QIJI_DATABASE_URL} with {@code _USER} and {@code _PASSWORD}, {@code QIJI_ADMIN_PASSWORD}.
 */
record Settings(
        int port,
        String bind,
        Path data,
        boolean demo,
        @Nullable URI url,
        @Nullable Database database,
        @Nullable String adminPassword) {

    /** An external PostgreSQL. */
    record Database(String url, String user, String password) {}

    /** Throws {@link Refused} for a value that cannot be. */
    static Settings from(Map<String, String> all, boolean demo) {
        Map<String, String> environment = new HashMap<>(all);
        environment.values().removeIf(String::isBlank);
        Settings settings = new Settings(
                port(environment.getOrDefault("QIJI_PORT", "8080")),
                environment.getOrDefault("QIJI_BIND", "127.0.0.1"),
                Path.of(environment.getOrDefault("QIJI_DATA", demo ? "data-demo" : "data"))
                        .toAbsolutePath()
                        .normalize(),
                demo,
                url(environment.get("QIJI_URL")),
                database(environment),
                blankIsAbsent(environment.get("QIJI_ADMIN_PASSWORD")));
        settings.check();
        return settings;
    }

    Settings onPort(int other) {
        return new Settings(other, bind, data, demo, url, database, adminPassword);
    }

    /** Where people reach the application. */
    String address() {
        return url == null ? "http://%s:%d".formatted(isLoopback() ? "127.0.0.1" : bind, port) : url.toString();
    }

    boolean isLoopback() {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw strange(bind, e);
        }
    }

    static Refused strange(String bind, Throwable cause) {
        return new Refused(
                "QIJI_BIND=%s is not an address of this machine: give one, such as 127.0.0.1.".formatted(bind), cause);
    }

    private void check() {
        if (!isLoopback() && demo) {
            throw new Refused("A demonstration listens on this machine only: leave QIJI_BIND unset.");
        }
        if (!isLoopback() && url == null) {
            throw new Refused(
                    "QIJI_BIND=%s opens the application to the network: set QIJI_URL to the https address of the proxy in front of it."
                            .formatted(bind));
        }
        if (demo && database != null) {
            throw new Refused("A demonstration keeps its own database: leave QIJI_DATABASE_URL unset.");
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Refused("QIJI_PORT=%s is no port: give a number from 1 to 65535.".formatted(text));
    }

    private static @Nullable URI url(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            URI url = URI.create(text.strip().replaceAll("/+$", ""));
            if ("https".equals(url.getScheme())
                    && url.getHost() != null
                    && url.getPath().isEmpty()) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new Refused("QIJI_URL=%s must be an https address without a path, such as https://crm.example.com."
                .formatted(text));
    }

    private static @Nullable Database database(Map<String, String> environment) {
        String url = environment.get("QIJI_DATABASE_URL");
        if (url == null || url.isBlank()) {
            return null;
        }
        String jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url;
        if (!jdbc.startsWith("jdbc:postgresql://")) {
            throw new Refused("QIJI_DATABASE_URL=%s is no PostgreSQL address: write postgresql://host:5432/database."
                    .formatted(url));
        }
        return new Database(
                jdbc,
                Optional.ofNullable(environment.get("QIJI_DATABASE_USER"))
                        .orElseThrow(() -> new Refused(
                                "QIJI_DATABASE_URL is set: set QIJI_DATABASE_USER and QIJI_DATABASE_PASSWORD too.")),
                environment.getOrDefault("QIJI_DATABASE_PASSWORD", ""));
    }

    private static @Nullable String blankIsAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
