package qiji.command;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/** Brings the database to the shape of this program, after a backup if it holds data. */
final class Migration {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Database database;

    Migration(Database database) {
        this.database = database;
    }

    /** Migrates to the newest shape. Throws {@link Refused} if the database is newer than this program. */
    void run(Path data, Clock clock) {
        var info = flyway(null).info();
        for (MigrationInfo migration : info.all()) {
            if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new Refused(
                        "The data in %s were written by a newer version of the program: start that one, or restore a backup."
                                .formatted(data));
            }
        }
        MigrationInfo current = info.current();
        if (current != null && info.pending().length > 0) {
            Path backup = data.resolve("backups")
                    .resolve("before-migration-%s.zip"
                            .formatted(LocalDateTime.now(clock).format(STAMP)));
            new Backup(database, data).write(backup);
            System.out.println("Backed up to " + backup + " before the migration.");
        }
        migrate(null);
    }

    /** Migrates to {@code target}, or to the newest shape. */
    void migrate(@Nullable String target) {
        try {
            flyway(target).migrate();
        } catch (FlywayException e) {
            if (isForbidden(e)) {
                throw new Refused(
                        "The database user %s may not do what the migration needs: let an administrator of the server run \"alter role %s createrole\", and make it the owner of the database."
                                .formatted(database.getUsername(), database.getUsername()),
                        e);
            }
            throw new Refused("The database could not be migrated: %s".formatted(e.getMessage()), e);
        }
    }

    private static boolean isForbidden(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && "42501".equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Migrates to the shape of a backup. Throws {@link Refused} if this program does not know that. */
    void migrateTo(String version) {
        boolean known = Arrays.stream(flyway(null).info().all())
                .anyMatch(migration -> version.equals(String.valueOf(migration.getVersion())));
        if (!known) {
            throw new Refused("The backup was written by a newer version of the program: restore it with that one.");
        }
        migrate(version);
    }

    /** The version that the database has; null before the first migration. */
    @Nullable
    String version() {
        MigrationInfo current = flyway(null).info().current();
        return current == null ? null : String.valueOf(current.getVersion());
    }

    private Flyway flyway(@Nullable String target) {
        var configuration = Flyway.configure()
                .dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                .locations("classpath:db/migration");
        return (target == null ? configuration : configuration.target(target)).load();
    }
}
