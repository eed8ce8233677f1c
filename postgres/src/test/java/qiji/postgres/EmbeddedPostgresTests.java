package qiji.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {
    @TempDir
    Path folder;

    @Test
    void keepsItsDataOverARestart() {
        try (var server = EmbeddedPostgres.durable(folder)) {
            Sql.of(server).run("create table note as select '契机' as words");
        }
        try (var server = EmbeddedPostgres.durable(folder)) {
            assertThat(Sql.of(server).ask("select words from note")).isEqualTo("契机");
        }
    }

    @Test
    void isDurableWithChecksums() {
        try (var server = EmbeddedPostgres.durable(folder)) {
            for (var setting : new String[] {"fsync", "full_page_writes", "synchronous_commit", "data_checksums"}) {
                assertThat(Sql.of(server).ask("show " + setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void takesSettingsOfTheServer() {
        var settings = Settings.throwAway(folder)
                .with("shared_preload_libraries", "pg_stat_statements")
                .with("shared_buffers", "64MB");
        try (var server = EmbeddedPostgres.start(settings)) {
            new Sql(server.url(), server.superuser(), server.superuserPassword())
                    .run("create extension pg_stat_statements; select * from pg_stat_statements");
            assertThat(Sql.of(server).ask("show shared_buffers")).isEqualTo("64MB");
        }
    }

    @Test
    void knowsChineseLettersAndSortsBytes() {
        try (var server = EmbeddedPostgres.throwAway(folder)) {
            Sql.of(server).run("create extension pg_trgm");
            assertThat(Sql.of(server).ask("select show_trgm('机会管理') <> '{}'")).isEqualTo("t");
            assertThat(Sql.of(server).ask("select 'a' > 'B'")).isEqualTo("t");
        }
    }

    @Test
    void givesTheApplicationARoleThatOwnsItsDatabaseAndIsNoSuperuser() {
        try (var server = EmbeddedPostgres.throwAway(folder)) {
            var sql = Sql.of(server);
            assertThat(sql.ask("select rolsuper or rolcreatedb or rolreplication from pg_roles where rolname = user"))
                    .isEqualTo("f");
            sql.run("create schema sales");
            sql.run("create role qiji_app nologin");
            sql.run("grant qiji_app to qiji");
            sql.run("set role qiji_app");
            assertThatThrownBy(() -> sql.run("copy (select 1) to program 'true'"))
                    .hasRootCauseMessage(
                            "ERROR: permission denied to COPY to or from an external program\n"
                                    + "  Detail: Only roles with privileges of the \"pg_execute_server_program\" role may COPY to or from an external program.\n"
                                    + "  Hint: Anyone can COPY to stdout or from stdin. psql's \\copy command also works for anyone.");
        }
    }

    @Test
    void hidesItsPasswordsFromOtherUsers() throws Exception {
        try (var server = EmbeddedPostgres.throwAway(folder)) {
            assertThat(server.password()).hasSize(48).isNotEqualTo(server.superuserPassword());
            for (var file : new String[] {"password", "superuser-password", "running.properties"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                        .as(file)
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void letsInNobodyWithoutThePassword() {
        try (var server = EmbeddedPostgres.throwAway(folder)) {
            assertThatThrownBy(() -> new Sql(server.url(), "postgres", "guessed").run("select 1"))
                    .hasRootCauseMessage("FATAL: password authentication failed for user \"postgres\"");
        }
    }

    @Test
    void replacesALostPassword() throws Exception {
        EmbeddedPostgres.durable(folder).close();
        Files.delete(folder.resolve("password"));
        try (var server = EmbeddedPostgres.durable(folder)) {
            assertThat(Sql.of(server).ask("select user")).isEqualTo("qiji");
        }
    }

    @Test
    void copiesDatabasesFromATemplate() {
        try (var server = EmbeddedPostgres.throwAway(folder)) {
            server.createDatabase("template");
            Sql.of(server, "template").run("create table note as select 'seed' as words");
            server.createDatabaseFromTemplate("copy", "template");
            assertThat(Sql.of(server, "copy").ask("select words from note")).isEqualTo("seed");
            server.createDatabase("copy");
            assertThat(Sql.of(server, "copy").ask("select to_regclass('note')")).isNull();
        }
    }

    @Test
    void isFoundByOthersWhileItRuns() {
        assertThat(EmbeddedPostgres.findRunning(folder)).isEmpty();
        try (var server = EmbeddedPostgres.throwAway(folder)) {
            assertThat(EmbeddedPostgres.findRunning(folder))
                    .contains(new RunningPostgres(server.url(), "qiji", server.password(), server.pid()));
        }
        assertThat(EmbeddedPostgres.findRunning(folder)).isEmpty();
    }

    @Test
    void writesNoCustomersDataIntoItsLog() throws Exception {
        try (var server = EmbeddedPostgres.throwAway(folder)) {
            Sql.of(server).run("create table phone (number text unique)");
            Sql.of(server).run("insert into phone values ('13800138000')");
            assertThatThrownBy(() -> Sql.of(server).run("insert into phone values ('13800138000')"));
        }
        assertThat(Files.readString(folder.resolve("postgres.log"))).doesNotContain("13800138000");
    }

    @Test
    void sharesOneThrowAwayServerInAJvmEvenOverBrokenFiles() throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve("postgres-1/pg14")).resolve("PG_VERSION"), "14");
        var server = ThrowAwayPostgres.in(folder);
        assertThat(ThrowAwayPostgres.in(folder)).isSameAs(server);
        assertThat(Sql.of(server).ask("show fsync")).isEqualTo("off");
        server.close();
    }
}
