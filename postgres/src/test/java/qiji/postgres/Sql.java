package qiji.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Speaks to one database as one user. */
record Sql(String url, String user, String password) {
    static Sql of(EmbeddedPostgres server) {
        return of(server, "qiji");
    }

    static Sql of(EmbeddedPostgres server, String database) {
        return new Sql(server.url(database), server.user(), server.password());
    }

    static Sql of(RunningPostgres server) {
        return new Sql(server.url(), server.user(), server.password());
    }

    void run(String sql) {
        ask(sql);
    }

    /** The first column of the first row, if there is any. */
    @Nullable
    String ask(String sql) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return null;
            }
            var rows = statement.getResultSet();
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
