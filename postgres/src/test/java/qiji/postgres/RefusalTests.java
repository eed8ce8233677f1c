package qiji.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each trouble gets one sentence that says what to do. */
class RefusalTests {
    @TempDir
    Path folder;

    @Test
    void refusesASecondServerInTheSameProgram() throws Exception {
        try (var first = EmbeddedPostgres.durable(folder)) {
            assertThatThrownBy(() -> EmbeddedPostgres.durable(folder)).isInstanceOf(AlreadyRunning.class);
            try (var other = OtherProcess.on(folder)) { // the refused attempt has not let go of the lock
                assertThat(other.says()).startsWith("AlreadyRunning ");
            }
            assertThat(Sql.of(first).ask("select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesTheDatabaseOfAnotherVersion() throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("pg14")).resolve("PG_VERSION"), "14\n");
        assertThatThrownBy(() -> EmbeddedPostgres.durable(folder))
                .isInstanceOf(PostgresFailed.class)
                .hasMessage(
                        "The database in %s was made by PostgreSQL 14, and this program brings 18: "
                                + "back it up with the program that made it and restore that into an empty folder.",
                        folder);
        assertThat(folder.resolve("pg18")).doesNotExist();
    }

    @Test
    void refusesAFileInPlaceOfAFolder() throws Exception {
        var file = Files.createFile(folder.resolve("data"));
        assertThatThrownBy(() -> EmbeddedPostgres.durable(file))
                .isInstanceOf(PostgresFailed.class)
                .hasMessage("There is a file where a folder is needed, %s: choose another folder.", file);
    }

    @Test
    void refusesAFolderWithoutBinaries() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(Settings.durable(folder).withBinaries(folder)))
                .isInstanceOf(PostgresFailed.class)
                .hasMessage(
                        "There is no PostgreSQL in %s: name the folder of its programs postgres and initdb.", folder);
    }

    @Test
    void quotesTheServerOnASettingThatItRefuses() {
        assertThatThrownBy(
                        () -> EmbeddedPostgres.start(Settings.throwAway(folder).with("shared_buffers", "much")))
                .isInstanceOf(PostgresFailed.class)
                .hasMessage(
                        "PostgreSQL could not start: invalid value for parameter \"shared_buffers\": \"much\" (more in %s).",
                        folder.resolve("postgres.log"));
    }

    @Test
    void refusesAWrongSuperuserPassword() throws Exception {
        EmbeddedPostgres.throwAway(folder).close();
        Files.writeString(folder.resolve("superuser-password"), "guessed");
        assertThatThrownBy(() -> EmbeddedPostgres.throwAway(folder))
                .isInstanceOf(PostgresFailed.class)
                .hasMessage("The file superuser-password does not fit the database beside it: put the right one back.");
    }

    @Test
    void saysThatTheDatabaseIsDamaged() throws Exception {
        EmbeddedPostgres.durable(folder).close();
        Files.write(folder.resolve("pg18/global/pg_control"), new byte[8192]);
        assertThatThrownBy(() -> EmbeddedPostgres.durable(folder))
                .isInstanceOf(PostgresFailed.class)
                .hasMessage(
                        "The database files in %s are damaged: restore the latest backup into an empty folder.",
                        folder);
    }

    @Test
    void canBeStartedAfterARefusal() {
        assertThatThrownBy(
                () -> EmbeddedPostgres.start(Settings.throwAway(folder).with("shared_buffers", "much")));
        try (var server = EmbeddedPostgres.throwAway(folder)) {
            assertThat(Sql.of(server).ask("select 1")).isEqualTo("1");
        }
    }
}
