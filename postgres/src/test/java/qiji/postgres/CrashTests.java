package qiji.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is confirmed stays, whatever dies, and the next start mends the rest. */
class CrashTests {
    @TempDir
    Path folder;

    private OtherProcess program;

    @BeforeEach
    void startAProgramThatConfirmsARow() throws IOException {
        program = OtherProcess.on(folder);
        program.server();
        var sql = Sql.of(EmbeddedPostgres.findRunning(folder).orElseThrow());
        sql.run("create table note (words text)");
        sql.run("insert into note values ('confirmed')");
    }

    @AfterEach
    void endIt() throws Exception {
        program.close();
    }

    @Test
    void endsWithAKilledProgram() throws Exception {
        var server = server();
        program.kill();
        server.onExit().get(30, TimeUnit.SECONDS);
        assertEverythingIsThere();
    }

    @Test
    void endsWithAProgramThatExitsWithoutClosingIt() throws Exception {
        var server = server();
        program.exit();
        server.onExit().get(30, TimeUnit.SECONDS);
        assertEverythingIsThere();
    }

    @Test
    void leavesTheTerminalsInterruptToTheProgram() throws Exception {
        var server = server();
        var processGroup =
                Files.readString(Path.of("/proc/" + server.pid() + "/stat")).split(" ")[4];
        assertThat(processGroup).isEqualTo(Long.toString(server.pid()));
    }

    @Test
    void recoversWhenProgramAndServerAreKilled() throws Exception {
        killAll();
        assertThat(folder.resolve("pg18/postmaster.pid")).exists();
        assertEverythingIsThere();
    }

    @Test
    void recoversWhenTheServersNumberNowBelongsToAnotherOfItsProcesses() throws Exception {
        killAll();
        var stranger = asServerUser(List.of("sleep", "600"), Path.of("/"));
        var pidFile = folder.resolve("pg18/postmaster.pid");
        var lines = Files.readAllLines(pidFile);
        lines.set(0, Long.toString(stranger.pid()));
        Files.write(pidFile, lines);
        assertEverythingIsThere();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroy();
    }

    @Test
    void replacesAServerThatOutlivedItsProgram() throws Exception {
        killAll();
        var postgres = Binaries.in(null).postgres();
        var orphan = asServerUser(
                List.of(
                        postgres,
                        "-D",
                        Cluster.WORKING_FOLDER,
                        "-c",
                        "port=" + freePort(),
                        "-c",
                        "unix_socket_directories="),
                folder.resolve("pg18"));
        assertThat(orphan.inputReader().lines().anyMatch(it -> it.contains("ready to accept connections")))
                .isTrue();
        assertEverythingIsThere();
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void tellsTheProgramThatItsServerWasKilled() throws Exception {
        Signals.send("KILL", server().pid());
        assertThat(program.says())
                .isEqualTo(
                        "LOST PostgreSQL could not go on: it was ended by signal 9 (more in %s).",
                        folder.resolve("postgres.log"));
        program.close();
        assertEverythingIsThere();
    }

    @Test
    void refusesASecondProgramAndLeavesTheFirstAlone() throws Exception {
        try (var second = OtherProcess.on(folder)) {
            assertThat(second.says())
                    .isEqualTo(
                            "AlreadyRunning The database in %s is already in use by process %d: "
                                    + "stop that one first, or choose another data folder.",
                            folder, program.process().pid());
        }
        assertThat(Sql.of(EmbeddedPostgres.findRunning(folder).orElseThrow()).ask("select words from note"))
                .isEqualTo("confirmed");
    }

    @Test
    void forgetsAHalfMadeCluster() throws Exception {
        program.close();
        Folders.delete(folder.resolve("pg18"));
        Files.createDirectories(folder.resolve("pg18.new/base"));
        Files.writeString(folder.resolve("pg18.new/PG_VERSION"), "18");
        try (var server = EmbeddedPostgres.durable(folder)) {
            assertThat(Sql.of(server).ask("select 1")).isEqualTo("1");
        }
    }

    private void assertEverythingIsThere() {
        try (var server = EmbeddedPostgres.durable(folder)) {
            assertThat(Sql.of(server).ask("select words from note")).isEqualTo("confirmed");
        }
    }

    /** Server first and at once with the program, so that none of them can tidy up. */
    private void killAll() throws Exception {
        var server = server();
        Signals.send("STOP", program.process().pid());
        Signals.send("KILL", server.pid());
        program.kill();
        server.onExit().get(30, TimeUnit.SECONDS);
    }

    private ProcessHandle server() {
        return ProcessHandle.of(
                        EmbeddedPostgres.findRunning(folder).orElseThrow().serverPid())
                .orElseThrow();
    }

    private Process asServerUser(List<String> command, Path workingFolder) throws IOException {
        var all = new ArrayList<String>();
        if (RunAs.isRoot()) {
            var data = folder.resolve("pg18");
            all.addAll(List.of(
                    "setpriv",
                    "--reuid=" + RunAs.idOf(data, "uid"),
                    "--regid=" + RunAs.idOf(data, "gid"),
                    "--clear-groups"));
        }
        all.addAll(command);
        return new ProcessBuilder(all)
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
