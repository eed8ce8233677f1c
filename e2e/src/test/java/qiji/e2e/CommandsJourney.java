package qiji.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiji.postgres.EmbeddedPostgres;

/** What is typed at a terminal: it does what it says, or refuses with one sentence and leaves nothing behind. */
class CommandsJourney {
    private static final String PASSWORD = "Quiet-Harbour-77";
    private static final Map<String, String> OPEN =
            Map.of("QIJI_BIND", "0.0.0.0", "QIJI_URL", "https://crm.example.com");

    @TempDir
    static Path folder;

    private static Path data;
    private static RunningQiji qiji;

    @BeforeAll
    static void start() {
        data = folder.resolve("data");
        qiji = RunningQiji.start(data, Map.of("QIJI_ADMIN_PASSWORD", PASSWORD));
    }

    @AfterAll
    static void stop() {
        qiji.close();
        assertThat(Program.serversIn(folder)).isEmpty();
    }

    /** Who waits for it to be up, a script say, signs in the moment it is. */
    @Test
    void hasItsFirstPasswordBeforeItIsUp() throws Exception {
        try (RunningQiji first = RunningQiji.begin(folder.resolve("first"), Map.of("QIJI_ADMIN_PASSWORD", PASSWORD))) {
            assertThat(Client.awaitUp(first.address())).isTrue();
            assertThat(Client.signIn(first.address(), "admin", PASSWORD)
                            .get("/api/session")
                            .has("user"))
                    .isTrue();
        }
    }

    @Test
    void refusesASecondStartOnTheSameFolder() {
        Program.run(data, Map.of(), "start")
                .refuses(
                        "契机 already runs on %s (process %d): stop it with ./qiji stop, or set QIJI_DATA to another folder."
                                .formatted(data, qiji.pid()));
        Program.run(data, Map.of(), "status").succeeds();
    }

    @Test
    void refusesABusyPort() {
        Path other = folder.resolve("other");
        Program.run(other, Map.of("QIJI_PORT", Integer.toString(qiji.port())), "start")
                .refuses("Port %d of 127.0.0.1 is in use: stop what uses it, or set QIJI_PORT to another port."
                        .formatted(qiji.port()));
        assertThat(Program.namesIn(other)).containsExactly("lock");
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path unusable : new Path[] {file, file.resolve("below"), Path.of("/proc/qiji")}) {
            Program.run(unusable, Map.of(), "start")
                    .refuses(
                            "The data folder %s cannot be written: give it to the user who starts the program, or set QIJI_DATA to another."
                                    .formatted(unusable));
        }
    }

    @Test
    void refusesToOpenItselfToTheNetworkUnproxied() {
        Path other = folder.resolve("unproxied");
        Program.run(other, Map.of("QIJI_BIND", "0.0.0.0"), "start")
                .refuses("QIJI_BIND=0.0.0.0 opens the application to the network: "
                        + "set QIJI_URL to the https address of the proxy in front of it.");
        Program.run(other, OPEN, "start", "--demo")
                .refuses("A demonstration listens on this machine only: leave QIJI_BIND unset.");
        Program.run(other, Map.of("QIJI_BIND", "192.0.2.1", "QIJI_URL", "https://crm.example.com"), "start")
                .refuses("QIJI_BIND=192.0.2.1 is not an address of this machine: give one, such as 127.0.0.1.");
    }

    @Test
    void tellsWhatRunsAndWrites() throws Exception {
        assertThat(Program.run(data, Map.of(), "status").succeeds().out())
                .isEqualTo("契机 runs as process %d on port %d with the data in %s.%n"
                        .formatted(qiji.pid(), qiji.port(), data));
        assertThat(qiji.output()).isEqualTo("契机 is ready: " + qiji.address());
        assertThat(data.resolve("logs/qiji.log")).isNotEmptyFile();
    }

    @Test
    void letsAUserInAgainByALinkThatWorksOnce() throws Exception {
        Program.run(data, Map.of(), "admin", "reset-password", "nobody").refuses("There is no active user \"nobody\".");
        String said = Program.run(data, port(), "admin", "reset-password", "admin")
                .succeeds()
                .out();
        var link = Pattern.compile("Open within 24 hours: " + qiji.address() + "/reset\\?token=(\\S+)\\s")
                .matcher(said);
        assertThat(link.matches()).as(said).isTrue();
        String body = """
                {"token": "%s", "password": "Another-Harbour-78"}""".formatted(link.group(1));
        assertThat(Client.postAsStranger(qiji.address(), "/api/password-reset", body)
                        .status())
                .isEqualTo(204);
        assertThat(Client.signIn(qiji.address(), "admin", "Another-Harbour-78")
                        .get("/api/session")
                        .has("user"))
                .isTrue();
        assertThat(Client.postAsStranger(qiji.address(), "/api/password-reset", body)
                        .status())
                .isBetween(400, 499);
    }

    /** In one folder, one after the other: each needs a database that has been migrated. */
    @Test
    void refusesADatabaseThatItMustNotServe() throws Exception {
        Path other = folder.resolve("weak");
        Program.run(other, Map.of("QIJI_ADMIN_PASSWORD", "qwertyuiop"), "start")
                .refuses("QIJI_ADMIN_PASSWORD is too weak: take at least 10 characters that are not common.");
        change(other, "set qiji.writer = '0'; insert into organization.department (name) values ('Sales')");
        Program.run(other, Map.of(), "start", "--demo")
                .refuses(
                        "This database holds data already, so no demonstration goes into it: start it in an empty folder.");
        change(other, "update platform.installation set demo = true");
        Program.run(other, OPEN, "start")
                .refuses(
                        "The data in %s are a demonstration, which listens on this machine only: leave QIJI_BIND unset."
                                .formatted(other));
        change(other, """
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                    execution_time, success) values (9999, '29991231.0000', 'of tomorrow', 'SQL', 'V2999.sql', 'x', 1, true)
                """);
        Program.run(other, Map.of(), "start")
                .refuses(
                        "The data in %s were written by a newer version of the program: start that one, or restore a backup."
                                .formatted(other));
        assertThat(Program.serversIn(other)).isEmpty();
        Program.run(other, Map.of(), "status").refuses("契机 does not run on %s.".formatted(other));
    }

    private static void change(Path data, String sql) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.durable(data.resolve("database"));
                Inside database = Inside.of(server)) {
            database.run(sql);
        }
    }

    private static Map<String, String> port() {
        return Map.of("QIJI_PORT", Integer.toString(qiji.port()));
    }
}
