package qiji.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiji.postgres.EmbeddedPostgres;

/** A database that holds data is backed up before a new version of the program changes its shape. [X10] */
class MigrationTests {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private EmbeddedPostgres server;

    @BeforeEach
    void start() {
        server = EmbeddedPostgres.throwAway(folder.resolve("server"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void backsUpAnOlderDatabaseAndThatCanBeRestored() throws Exception {
        Path data = folder.resolve("data");
        Migration migration = new Migration(database("qiji"));
        List<String> versions = versions();
        migration.migrate(versions.get(versions.size() - 2));
        try (var connection = database("qiji").connect();
                var statement = connection.createStatement()) {
            statement.execute("insert into platform.job (kind, started_by) values ('of last year', 0)");
        }
        migration.run(data, CLOCK);
        assertThat(migration.version()).isEqualTo(versions.getLast());
        Path backup = data.resolve("backups/before-migration-20261124-020000.zip");
        assertThat(backup).isNotEmptyFile();

        server.createDatabase("other");
        new Restore(database("other"), folder.resolve("other")).read(backup);
        assertThat(new Migration(database("other")).version()).isEqualTo(versions.getLast());
        assertThat(kindOfJob("other")).isEqualTo("of last year");
    }

    @Test
    void backsUpNeitherAnEmptyDatabaseNorOneThatIsUpToDate() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Migration migration = new Migration(database("qiji"));
        migration.run(data, CLOCK);
        migration.run(data, CLOCK);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void refusesABackupOfANewerVersion() {
        assertThatThrownBy(() -> new Migration(database("qiji")).migrateTo("29991231.0000"))
                .isInstanceOf(Refused.class)
                .hasMessage("The backup was written by a newer version of the program: restore it with that one.");
    }

    private Database database(String name) {
        return Database.open(new Settings(
                8080,
                "127.0.0.1",
                folder,
                false,
                null,
                new Settings.Database(server.url(name), server.user(), server.password()),
                null));
    }

    private List<String> versions() {
        var all = Flyway.configure()
                .dataSource(server.url(), server.user(), server.password())
                .locations("classpath:db/migration")
                .load()
                .info()
                .all();
        return Arrays.stream(all)
                .map(migration -> String.valueOf(migration.getVersion()))
                .toList();
    }

    private String kindOfJob(String name) throws SQLException {
        try (var connection = database(name).connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select kind from platform.job")) {
            row.next();
            return row.getString(1);
        }
    }
}
