package qiji.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The first words with a server: is it ready, and has it what the application needs? */
final class Greeting {
    /** Recovery after a crash replays the log, up to a gigabyte of it. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Greeting() {}

    static void await(ServerProcess process, Access superuser) {
        var end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                superuser.connect("postgres").close();
                return;
            } catch (SQLException e) {
                if (!process.isAlive()) {
                    throw process.reason("start");
                }
                if ("28P01".equals(e.getSQLState())) {
                    throw new PostgresFailed(
                            "The file superuser-password does not fit the database beside it: put the right one back.",
                            e);
                }
                if (System.nanoTime() > end) {
                    throw new PostgresFailed("PostgreSQL did not get ready in five minutes: look into its log.", e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Makes the owner's role and database where they are missing, and sets the password, in case its file was lost. */
    static void provide(Access superuser, Access owner) {
        var role = owner.user();
        try (var connection = superuser.connect("postgres")) {
            if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
                execute(connection, "create role " + role + " login createrole");
            }
            execute(connection, "alter role %s password '%s'".formatted(role, owner.password()));
            if (!exists(connection, "select from pg_database where datname = ?", role)) {
                execute(connection, "create database %s owner %s".formatted(role, role));
            }
        } catch (SQLException e) {
            throw new PostgresFailed("PostgreSQL did not make the application's database: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
