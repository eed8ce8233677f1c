package qiji.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Where each sequence stands, as lines {@code schema.name value}. */
final class Sequences {
    private Sequences() {}

    static List<String> read(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery("select schemaname || '.' || sequencename, last_value from pg_sequences"
                                + " where sequenceowner = current_user and last_value is not null order by 1")) {
            while (row.next()) {
                lines.add(row.getString(1) + " " + row.getLong(2));
            }
        }
        return lines;
    }

    static void write(Connection connection, List<String> lines) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (String line : lines) {
                String[] parts = line.split(" ", -1);
                statement.setString(1, parts[0]);
                statement.setLong(2, Long.parseLong(parts[1]));
                statement.execute();
            }
        }
    }
}
