package qiji.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables that for a while keep no versions, check no references and have no indexes but their keys, so that millions
 * of rows go in quickly. {@link #restore} builds all of it anew in the same transaction: what went in is checked whole.
 */
final class Unburdened {
    private final Connection connection;
    private final List<String> tables;
    private final List<String> restoring = new ArrayList<>();

    private Unburdened(Connection connection, List<String> tables) {
        this.connection = connection;
        this.tables = tables;
    }

    static Unburdened take(Connection connection, List<String> tables) throws SQLException {
        Unburdened unburdened = new Unburdened(connection, tables);
        unburdened.take();
        return unburdened;
    }

    private void take() throws SQLException {
        List<String> taking = new ArrayList<>();
        // As text, name by name: the names are ours.
        gather(taking, """
                select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
                from pg_index i where indrelid = any (?::text[]::regclass[])
                  and not exists (select from pg_constraint where conindid = i.indexrelid)
                order by indexrelid
                """);
        gather(taking, """
                select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where contype = 'f' and conrelid = any (?::text[]::regclass[])
                order by oid
                """);
        for (String table : tables) {
            taking.add("alter table %s disable trigger user".formatted(table));
            restoring.add("alter table %s enable trigger user".formatted(table));
        }
        run(taking);
    }

    void restore() throws SQLException {
        run(List.of("set local maintenance_work_mem = '256MB'"));
        run(restoring);
    }

    private void gather(List<String> taking, String query) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    taking.add(row.getString(1));
                    restoring.add(row.getString(2));
                }
            }
        }
    }

    private void run(List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
