package qiji.e2e;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiji.postgres.EmbeddedPostgres;

/** The database as its owner sees it, behind the application's back. */
final class Inside implements AutoCloseable {
    private static final String HALF_MOVES = """
            select count(*) from opportunity.opportunity o where 1 <> (
                select count(*) from opportunity.stage_visit v
                where v.opportunity_id = o.id and v.left_at is null and v.stage_id = o.stage_id)""";
    private static final String UNWRITTEN = """
            select count(*) from opportunity.opportunity o where
                (select count(*) from opportunity.opportunity_version v where v.id = o.id) <>
                (select count(*) from audit.entry e
                 where e.subject_type = 'opportunity.opportunity' and e.subject_id = o.id
                   and e.action in ('insert', 'update'))""";
    /** A version ends when the next begins; the last one ends only with its record. */
    private static final String GAPS = """
            select count(*) from (
                select id, valid_to, lead(valid_from) over (partition by id order by valid_from) as next
                from %1$s_version) v
            where case when next is not null then valid_to is distinct from next
                else (valid_to is null) <> exists (select from %1$s t where t.id = v.id) end""";

    private final Connection connection;

    private Inside(Connection connection) {
        this.connection = connection;
    }

    /** Of the server that the application runs now. */
    static Inside running(Path data) throws SQLException {
        var server = EmbeddedPostgres.findRunning(data.resolve("database")).orElseThrow();
        return of(server.url(), server.user(), server.password());
    }

    static Inside of(EmbeddedPostgres server) throws SQLException {
        return of(server.url(), server.user(), server.password());
    }

    static Inside of(String url, String user, String password) throws SQLException {
        return new Inside(DriverManager.getConnection(url, user, password));
    }

    long count(String query) throws SQLException {
        return Long.parseLong(ask(query));
    }

    String ask(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What only a half written transaction can leave behind; nothing, it must be. */
    List<String> halves() throws SQLException {
        List<String> halves = new ArrayList<>();
        note(halves, "opportunities without just one current visit of their stage", HALF_MOVES);
        note(halves, "opportunities whose versions and audit differ", UNWRITTEN);
        for (String table : column("select table_schema || '.' || left(table_name, -8) from information_schema.views"
                + " where table_name like '%\\_version' order by 1")) {
            note(halves, "gaps between versions of " + table, GAPS.formatted(table));
        }
        return halves;
    }

    private void note(List<String> halves, String what, String query) throws SQLException {
        long found = count(query);
        if (found > 0) {
            halves.add(found + " " + what);
        }
    }

    /** Of each table all that is in it, whatever the order of its rows; and where each sequence stands. */
    Map<String, String> content() throws SQLException {
        Map<String, String> content = new TreeMap<>();
        for (String table : column("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname !~ '^(pg_|information_schema)' and tablename <> 'flyway_schema_history'""")) {
            content.put(
                    table,
                    ask(
                            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') from "
                                    + table + " t"));
        }
        for (String sequence : column("select schemaname || '.' || sequencename || ' ' || last_value from pg_sequences"
                + " where last_value is not null")) {
            content.put("sequence " + sequence.split(" ", -1)[0], sequence.split(" ", -1)[1]);
        }
        return content;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
