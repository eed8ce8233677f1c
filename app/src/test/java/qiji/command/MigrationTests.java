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
        assertThat(one("other", "select kind from platform.job")).isEqualTo("of last year");
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

    /** D5 D9: who wins is asked for the contract, who leaves B for the confirmation; a company that has begun goes on as it does. */
    @Test
    void changesTheShippedProcessOnlyWhereNobodyHasBegun() throws SQLException {
        server.createDatabase("begun");
        server.createDatabase("fresh");
        Migration begun = new Migration(database("begun"));
        List<String> versions = versions();
        begun.migrate(versions.get(versions.indexOf("20261126.1261") - 1));
        try (var connection = database("begun").connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    set qiji.writer = '0';
                    insert into opportunity.opportunity
                        (number, name, process_id, stage_id, stage_entered_at, opened_on, created_by)
                    select 'SJ-1', 'One', process_id, id, now(), current_date, 0 from process.stage where code = 'A'""");
        }
        begun.migrate(versions.getLast());
        new Migration(database("fresh")).migrate(versions.getLast());
        String asked = """
                select concat_ws(' ', gate -> 'verificationRequired', (select jsonb_path_query_array(body,
                    '$[*].gate.verificationRequired') from process.edition)) from process.stage where code = 'F'""";
        assertThat(one("begun", asked)).isEqualTo("[]");
        assertThat(one("fresh", asked)).isEqualTo("true [true]");
        String confirmed =
                asked.replace("verificationRequired", "confirmationRequired").replace("'F'", "'C'");
        assertThat(one("begun", confirmed)).isEqualTo("[]");
        assertThat(one("fresh", confirmed)).isEqualTo("true [true]");
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

    private String one(String name, String query) throws SQLException {
        try (var connection = database(name).connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
