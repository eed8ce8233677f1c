package qiji.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table of ours with the columns that hold something of their own (computed ones do not). */
record Table(String schema, String table, String columns) {
    private static final String OURS =
            "n.nspname !~ '^(pg_|information_schema)' and c.relname <> 'flyway_schema_history'"
                    + " and pg_get_userbyid(c.relowner) = current_user";

    String name() {
        return schema + "." + table;
    }

    String quoted() {
        return '"' + schema + "\".\"" + table + '"';
    }

    /** All tables, each after those that it refers to, as far as they do not refer to each other. */
    static List<Table> all(Connection connection) throws SQLException {
        Map<String, Table> tables = tables(connection);
        Map<String, Set<String>> references = references(connection);
        Set<String> ordered = new LinkedHashSet<>();
        for (String name : tables.keySet()) {
            visit(name, references, ordered, new LinkedHashSet<>());
        }
        return ordered.stream().filter(tables::containsKey).map(tables::get).toList();
    }

    private static void visit(String name, Map<String, Set<String>> references, Set<String> ordered, Set<String> path) {
        if (ordered.contains(name) || !path.add(name)) {
            return;
        }
        for (String referred : references.getOrDefault(name, Set.of())) {
            visit(referred, references, ordered, path);
        }
        ordered.add(name);
    }

    private static Map<String, Table> tables(Connection connection) throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select n.nspname, c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                        where c.relkind = 'r' and %s group by 1, 2 order by 1, 2
                        """.formatted(OURS))) {
            while (row.next()) {
                Table table = new Table(row.getString(1), row.getString(2), row.getString(3));
                tables.put(table.name(), table);
            }
        }
        return tables;
    }

    /** Without the references that are checked at the end of a transaction: those may come in any order. */
    private static Map<String, Set<String>> references(Connection connection) throws SQLException {
        Map<String, Set<String>> references = new LinkedHashMap<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select n.nspname || '.' || c.relname, fn.nspname || '.' || f.relname from pg_constraint k
                        join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                        join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
                        where k.contype = 'f' and not k.condeferrable and k.conrelid <> k.confrelid and %s order by 1, 2
                        """.formatted(OURS))) {
            while (row.next()) {
                references
                        .computeIfAbsent(row.getString(1), _ -> new LinkedHashSet<>())
                        .add(row.getString(2));
            }
        }
        return references;
    }
}
