package qiji.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import qiji.demo.DemoAccount;
import qiji.postgres.EmbeddedPostgres;
import qiji.postgres.RunningPostgres;

/** Straight to the database beside the running application: in the same role, prepared, every row fetched. */
final class Twins implements AutoCloseable {
    /** What opportunities made here are called, so that they can be taken away again. */
    static final String MADE = "bench 性能测试商机";

    private static final String TIDY = """
            create temporary table made on commit drop as select id from opportunity.opportunity where name = 'MADE';
            create temporary table asked on commit drop as select id from approval.request
                where record_type = 'opportunity' and record_id in (select id from made);
            create temporary table loaded on commit drop as select id from records.import_run where file_name = 'FILE';
            alter table opportunity.opportunity disable trigger user;
            alter table approval.request disable trigger user;
            alter table approval.task disable trigger user;
            delete from notification.notice where record_type = 'opportunity' and record_id in (select id from made);
            delete from approval.snapshot where request_id in (select id from asked);
            delete from approval.event where request_id in (select id from asked);
            delete from approval.task where request_id in (select id from asked);
            delete from approval.step where request_id in (select id from asked);
            delete from approval.request where id in (select id from asked);
            delete from opportunity.grade_event where opportunity_id in (select id from made);
            delete from opportunity.city_report where opportunity_id in (select id from made);
            delete from opportunity.overstay_notice where opportunity_id in (select id from made);
            delete from opportunity.stage_visit where opportunity_id in (select id from made);
            delete from opportunity.opportunity where id in (select id from made);
            delete from opportunity.opportunity_history where id in (select id from made);
            alter table opportunity.opportunity enable trigger user;
            alter table approval.request enable trigger user;
            alter table approval.task enable trigger user;
            delete from records.import_change where run_id in (select id from loaded);
            delete from records.import_error where run_id in (select id from loaded);
            """;

    private final RunningPostgres server;
    private final Connection connection;
    private final List<DemoAccount> accounts;

    private Twins(RunningPostgres server, Connection connection, List<DemoAccount> accounts) {
        this.server = server;
        this.connection = connection;
        this.accounts = accounts;
    }

    static Twins on(Path data, List<DemoAccount> accounts) throws IOException, SQLException {
        RunningPostgres server = EmbeddedPostgres.findRunning(data.resolve("database"))
                .orElseThrow(() -> new IOException("The database of the application does not answer."));
        Properties properties = new Properties();
        properties.put("user", server.user());
        properties.put("password", server.password());
        properties.put("options", "-c role=qiji_app");
        Connection connection = DriverManager.getConnection(server.url(), properties);
        return new Twins(server, connection, accounts);
    }

    /** The account of that role, as the database knows it. */
    long userId(String role) throws SQLException {
        String username = accounts.stream()
                .filter(it -> it.role().equals(role))
                .findFirst()
                .orElseThrow()
                .username();
        return ids("select id from organization.app_user where username = ?", username)
                .getFirst();
    }

    List<Long> ids(String query, Object... arguments) throws SQLException {
        return rows(query, arguments).stream().map(it -> Long.parseLong(it)).toList();
    }

    /**
     * Each row with its columns between bars, null as nothing. One round trip, as of the application, which reads without a
     * transaction too; within one that was begun it goes on.
     */
    List<String> rows(String query, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            bind(statement, arguments);
            try (ResultSet row = statement.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= columns; i++) {
                        @Nullable String value = row.getString(i);
                        text.append(i > 1 ? "|" : "").append(value == null ? "" : value);
                    }
                    rows.add(text.toString());
                }
                return rows;
            }
        }
    }

    void write(String command, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            bind(statement, arguments);
            statement.executeUpdate();
        }
    }

    /** What is written until {@link #commit} is one. */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof List<?> ids) {
                statement.setArray(i + 1, connection.createArrayOf("bigint", ids.toArray()));
            } else {
                statement.setObject(i + 1, arguments[i]);
            }
        }
    }

    /** Takes away what was made, as if it had never been, so that the next run finds the same data. */
    void tidy() throws SQLException {
        try (Connection owner = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            // Before any row of it is locked, so that no job of the application waits for this one, and this for that.
            statement.execute("lock table opportunity.opportunity in exclusive mode");
            statement.execute(TIDY.replace("MADE", MADE).replace("FILE", Heavy.FILE));
            owner.commit();
            owner.setAutoCommit(true);
            statement.execute(
                    "vacuum (analyze) opportunity.opportunity"); // as the database does by itself some time later
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
