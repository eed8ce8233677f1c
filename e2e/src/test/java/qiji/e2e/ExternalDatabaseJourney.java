package qiji.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiji.postgres.EmbeddedPostgres;
import qiji.postgres.Settings;

/** On a server of somebody else's, of the oldest version that is promised, by a role that may do no more than it must. */
class ExternalDatabaseJourney {
    private static final Path OLDEST = Path.of("/usr/lib/postgresql/15/bin");
    private static final String PASSWORD = "Quiet-Harbour-77";

    @TempDir
    Path folder;

    @Test
    void worksOnItAndStartsNoServerOfItsOwn() throws Exception {
        Assumptions.assumeTrue(
                Files.isDirectory(OLDEST) || "true".equals(System.getenv("CI")), "No PostgreSQL 15 is installed");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(
                Settings.throwAway(folder.resolve("server")).withBinaries(OLDEST))) {
            try (Inside superuser = Inside.of(server.url("postgres"), server.superuser(), server.superuserPassword())) {
                superuser.run("create role crm login createrole password 'secret'");
                superuser.run("create database crm owner crm");
            }
            refuseWhatCannotBeUsed(port(server));
            Path data = folder.resolve("data");
            work(data, external(port(server), "QIJI_ADMIN_PASSWORD", PASSWORD));
            assertThat(Program.namesIn(data)).contains("lock", "logs").doesNotContain("database");
            moveToAServerOfItsOwn(data, server);
        }
    }

    private void refuseWhatCannotBeUsed(int port) {
        Path data = folder.resolve("unused");
        String url = "postgresql://127.0.0.1:%d/crm".formatted(port);
        Program.run(data, external(port, "QIJI_DATABASE_PASSWORD", "guessed"), "start")
                .refuses(
                        ("The database at jdbc:%s cannot be used: FATAL: password authentication failed for user \"crm\"."
                                        + " Check QIJI_DATABASE_URL, _USER and _PASSWORD.")
                                .formatted(url));
        Program.run(data, external(port, "QIJI_DATABASE_URL", "postgresql://127.0.0.1:1/crm"), "start")
                .refusesWith("The database at jdbc:postgresql://127.0.0.1:1/crm cannot be used: Connection to");
        Program.run(data, external(port, "QIJI_DATABASE_URL", "postgresql://nowhere.invalid/crm"), "start")
                .refuses("The database at jdbc:postgresql://nowhere.invalid/crm cannot be used: there is no host"
                        + " nowhere.invalid. Check QIJI_DATABASE_URL, _USER and _PASSWORD.");
        Program.run(data, external(port, "QIJI_DATABASE_URL", url.replace("/crm", "/other")), "start")
                .refusesWith("database \"other\" does not exist");
        Program.run(data, external(port, "QIJI_DATABASE_URL", "mysql://127.0.0.1/crm"), "start")
                .refuses("QIJI_DATABASE_URL=mysql://127.0.0.1/crm is no PostgreSQL address: "
                        + "write postgresql://host:5432/database.");
        Program.run(data, Map.of("QIJI_DATABASE_URL", url), "start")
                .refuses("QIJI_DATABASE_URL is set: set QIJI_DATABASE_USER and QIJI_DATABASE_PASSWORD too.");
    }

    /** And ends within seconds when the system asks for it. */
    private static void work(Path data, Map<String, String> settings) throws Exception {
        try (RunningQiji qiji = RunningQiji.start(data, settings)) {
            Client client = Client.signIn(qiji.address(), "admin", PASSWORD);
            client.confirmed("POST", "/api/customers", """
                    {"name": "Somebody"}""");
            Instant asked = Instant.now();
            qiji.terminate();
            assertThat(qiji.end(30)).isEqualTo(143);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThat(qiji.output()).isEqualTo("契机 is ready: " + qiji.address());
        }
    }

    private void moveToAServerOfItsOwn(Path data, EmbeddedPostgres server) throws Exception {
        Path backup = folder.resolve("backup.zip");
        Program.run(data, external(port(server), "QIJI_BIND", "127.0.0.1"), "backup", backup.toString())
                .succeeds();
        Path own = folder.resolve("own");
        Program.run(own, Map.of(), "restore", backup.toString()).succeeds();
        try (EmbeddedPostgres embedded = EmbeddedPostgres.durable(own.resolve("database"));
                Inside there = Inside.of(embedded);
                Inside here = Inside.of(server.url("crm"), "crm", "secret")) {
            assertThat(there.content()).isEqualTo(here.content());
        }
    }

    private static Map<String, String> external(int port, String name, String value) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "QIJI_DATABASE_URL", "postgresql://127.0.0.1:%d/crm".formatted(port),
                "QIJI_DATABASE_USER", "crm",
                "QIJI_DATABASE_PASSWORD", "secret"));
        settings.put(name, value);
        return settings;
    }

    private static int port(EmbeddedPostgres server) {
        return java.net.URI.create(server.url().substring("jdbc:".length())).getPort();
    }
}
