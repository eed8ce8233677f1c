package qiji.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {
    @TempDir
    Path folder;

    @Test
    void keepsItsDataOverARestart() throws SQLException {
        try (var server = EmbeddedPostgres.durable(folder)) {
            run(server, "create table note (words text)");
            run(server, "insert into note values ('契机')");
        }
        try (var server = EmbeddedPostgres.durable(folder)) {
            assertThat(ask(server, "select words from note")).isEqualTo("契机");
        }
    }

    @Test
    void isDurableWithChecksums() throws SQLException {
        try (var server = EmbeddedPostgres.durable(folder)) {
            for (var setting : new String[] {"fsync", "full_page_writes", "synchronous_commit", "data_checksums"}) {
                assertThat(ask(server, "show " + setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void knowsChineseLettersAndSortsBytes() throws SQLException {
        try (var server = EmbeddedPostgres.throwAway(folder)) {
            run(server, "create extension pg_trgm");
            assertThat(ask(server, "select show_trgm('机会管理') <> '{}'")).isEqualTo("t");
            assertThat(ask(server, "select 'a' > 'B'")).isEqualTo("t");
        }
    }

    @Test
    void givesTheApplicationARoleThatOwnsItsDatabaseAndIsNoSuperuser() throws SQLException {
        try (var server = EmbeddedPostgres.throwAway(folder)) {
            assertThat(ask(
                            server,
                            "select rolsuper or rolcreatedb or rolreplication from pg_roles where rolname = user"))
                    .isEqualTo("f");
            run(server, "create role qiji_app nologin");
            run(server, "grant qiji_app to qiji");
            run(server, "set role qiji_app");
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
    void copiesDatabasesFromATemplate() throws SQLException {
        try (var server = EmbeddedPostgres.throwAway(folder)) {
            server.createDatabase("template");
            run(server, "template", "create table note as select 'seed' as words");
            server.createDatabaseFromTemplate("copy", "template");
            assertThat(ask(server, "copy", "select words from note")).isEqualTo("seed");
            server.createDatabase("copy");
            assertThat(ask(server, "copy", "select to_regclass('note')")).isNull();
        }
    }

    @Test
    void isFoundByOthersWhileItRuns() throws SQLException {
        assertThat(EmbeddedPostgres.findRunning(folder)).isEmpty();
        try (var server = EmbeddedPostgres.throwAway(folder)) {
            assertThat(EmbeddedPostgres.findRunning(folder))
                    .contains(new RunningPostgres(server.url(), "qiji", server.password(), server.pid()));
        }
        assertThat(EmbeddedPostgres.findRunning(folder)).isEmpty();
    }

    private static void run(EmbeddedPostgres server, String sql) throws SQLException {
        run(server, "qiji", sql);
    }

    private static void run(EmbeddedPostgres server, String database, String sql) throws SQLException {
        new Access(port(server), server.user(), server.password()).execute(database, sql);
    }

    private static String ask(EmbeddedPostgres server, String query) throws SQLException {
        return ask(server, "qiji", query);
    }

    private static String ask(EmbeddedPostgres server, String database, String query) throws SQLException {
        var login = new Properties();
        login.put("user", server.user());
        login.put("password", server.password());
        try (var connection = DriverManager.getConnection(server.url(database), login);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int port(EmbeddedPostgres server) {
        return Integer.parseInt(server.url().replaceFirst(".*127\\.0\\.0\\.1:(\\d+)/.*", "$1"));
    }
}
