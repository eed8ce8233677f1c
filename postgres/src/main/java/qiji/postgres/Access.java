package qiji.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to log in to a server on this machine. */
record Access(int port, String user, String password) {
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&reWriteBatchedInserts=true".formatted(port, database);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), user, password);
    }

    /** Runs one statement outside any transaction, as {@code create database} demands. */
    void execute(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
