package qiji.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only root can try: dropping its rights, being somebody else, filling a disk. */
class RootTests {
    private static final Path DEBIANS_POSTGRES_15 = Path.of("/usr/lib/postgresql/15/bin");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @TempDir
    Path folder;

    @BeforeEach
    void onlyAsRoot() throws IOException {
        assumeTrue(RunAs.isRoot(), "needs root");
    }

    @Test
    void runsUnderAFolderThatOnlyRootMayEnter() throws Exception {
        allow(folder, "rwx------");
        for (int start = 0; start < 2; start++) {
            try (var server = EmbeddedPostgres.durable(folder.resolve("clone/data"))) {
                assertThat(Sql.of(server).ask("select 1")).isEqualTo("1");
                assertThat(Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")))
                        .noneMatch(it -> it.startsWith("Uid:") && it.contains("\t0"))
                        .contains("CapEff:\t0000000000000000", "NoNewPrivs:\t1");
            }
        }
    }

    @Test
    void runsForAPlainUserAndThenForRoot() throws Exception {
        var home = folder.resolve("data");
        Files.setAttribute(folder, "unix:uid", 65534);
        try (var program = OtherProcess.start(AS_NOBODY, classPathForAll(), home)) {
            program.server();
            Sql.of(EmbeddedPostgres.findRunning(home).orElseThrow()).run("create table note as select 'mine' as words");
        }
        try (var server = EmbeddedPostgres.durable(home)) {
            assertThat(Sql.of(server).ask("select words from note")).isEqualTo("mine");
        }
    }

    @Test
    void tellsAPlainUserThatAFolderIsNotTheirs() throws Exception {
        allow(folder, "rwxr-xr-x");
        try (var program = OtherProcess.start(AS_NOBODY, classPathForAll(), folder.resolve("data"))) {
            assertThat(program.says())
                    .isEqualTo(
                            "PostgresFailed Access to %s is denied: give its folder to the user who starts the program, "
                                    + "or choose another folder.",
                            folder.resolve("data"));
        }
    }

    @Test
    void saysThatTheDiskIsFull() throws Exception {
        try (var _ = SmallDisk.at(folder, 20)) {
            assertThatThrownBy(() -> EmbeddedPostgres.durable(folder)).hasMessage(diskFull());
        }
    }

    @Test
    void livesThroughAFullDisk() throws Exception {
        try (var _ = SmallDisk.at(folder, 120);
                var server = EmbeddedPostgres.durable(folder)) {
            var sql = Sql.of(server);
            sql.run("create table note as select 'confirmed' as words");
            var ballast = folder.resolve("ballast");
            Files.write(ballast, new byte[(int) folder.toFile().getUsableSpace()]);
            assertThatThrownBy(() ->
                            sql.run("create table big as select repeat('x', 500) from generate_series(1, 300000)"))
                    .rootCause()
                    .hasMessageContaining("No space left on device");
            Files.delete(ballast);
            sql.run("insert into note values ('goes on')");
            assertThat(sql.ask("select string_agg(words, ' ') from note")).isEqualTo("confirmed goes on");
            assertThat(server.onExit()).isNotDone();
        }
    }

    @Test
    void runsOnTheOldestVersionPromised() throws Exception {
        assumeTrue(Files.isDirectory(DEBIANS_POSTGRES_15), "needs Debian's postgresql-15");
        allow(folder, "rwxr-xr-x");
        try (var server =
                EmbeddedPostgres.start(Settings.durable(folder.resolve("data")).withBinaries(DEBIANS_POSTGRES_15))) {
            Sql.of(server).run("create extension pg_trgm");
            assertThat(Sql.of(server).ask("select show_trgm('机会管理') <> '{}'")).isEqualTo("t");
            assertThat(Sql.of(server).ask("show server_version")).startsWith("15.");
            server.createDatabaseFromTemplate("copy", "qiji");
        }
    }

    @Test
    void saysThatTheOldestVersionMayNotEnterTheFolder() throws Exception {
        assumeTrue(Files.isDirectory(DEBIANS_POSTGRES_15), "needs Debian's postgresql-15");
        allow(folder, "rwx------");
        assertThatThrownBy(() -> EmbeddedPostgres.start(
                        Settings.durable(folder.resolve("data")).withBinaries(DEBIANS_POSTGRES_15)))
                .hasMessage(
                        "PostgreSQL 15 cannot be run by root under %s, which its user may not enter: choose another folder.",
                        folder);
    }

    private String diskFull() {
        return "The disk that holds %s is full: free some space and start again; nothing that was confirmed is lost."
                .formatted(folder);
    }

    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** Everybody may read this copy of the class path. */
    private String classPathForAll() throws IOException, InterruptedException {
        var copy = Files.createTempDirectory("classpath");
        copy.toFile().deleteOnExit();
        var entries = new ArrayList<Path>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var target = copy.resolve(Integer.toString(entries.size()));
            run("cp", "-r", entry, target.toString());
            entries.add(target);
        }
        run("chmod", "-R", "a+rX", copy.toString());
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    /** A file system in memory, so small that it fills up. */
    private record SmallDisk(Path folder) implements AutoCloseable {
        static SmallDisk at(Path folder, int megabytes) throws IOException, InterruptedException {
            var mount = new ProcessBuilder(
                    "mount", "-t", "tmpfs", "-o", "mode=755,size=" + megabytes + "m", "tmpfs", folder.toString());
            assumeTrue(mount.start().waitFor() == 0, "needs the right to mount");
            return new SmallDisk(folder);
        }

        @Override
        public void close() throws IOException, InterruptedException {
            run("umount", folder.toString());
        }
    }
}
