package qiji.command;

import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import qiji.postgres.EmbeddedPostgres;

/** The database of this installation, as its owner: the embedded server, or an external one. */
final class Database implements JdbcConnectionDetails, AutoCloseable {
    private static final int OLDEST = 15;
    private static final String EMBEDDED = "database";

    private final String url;
    private final String user;
    private final String password;
    private final @Nullable EmbeddedPostgres server;

    private Database(String url, String user, String password, @Nullable EmbeddedPostgres server) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.server = server;
    }

    /** Starts the embedded server, or tries the external one. Throws {@link Refused} or the server's own sentence. */
    static Database open(Settings settings) {
        Settings.Database external = settings.database();
        if (external == null) {
            EmbeddedPostgres server = EmbeddedPostgres.durable(settings.data().resolve(EMBEDDED));
            return new Database(server.url(), server.user(), server.password(), server);
        }
        Database database = new Database(external.url(), external.user(), external.password(), null);
        database.checkExternal();
        return database;
    }

    /** Joins the server that a running application has started, or opens one for the time of a command. */
    static Database join(Settings settings) {
        if (settings.database() != null) {
            return open(settings);
        }
        Path home = settings.data().resolve(EMBEDDED);
        if (Files.notExists(home)) {
            throw new Refused("There is no data in %s: name the folder by QIJI_DATA.".formatted(settings.data()));
        }
        return EmbeddedPostgres.findRunning(home)
                .map(running -> new Database(running.url(), running.user(), running.password(), null))
                .orElseGet(() -> open(settings));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Connections of the owner, for work that is no part of the running application. */
    DataSource asDataSource() {
        return new DriverManagerDataSource(url, user, password);
    }

    /** Whether the migrated database holds a demonstration. */
    boolean isDemo() {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select demo from platform.installation")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new Refused("The database at %s cannot be read: %s.".formatted(url, firstLine(e)), e);
        }
    }

    /** Calls {@code then} with a sentence when the embedded server ends although nobody closed it. */
    void onFailure(java.util.function.Consumer<String> then) {
        if (server != null) {
            server.onExit().thenAccept(failure -> then.accept(String.valueOf(failure.getMessage())));
        }
    }

    private void checkExternal() {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select current_setting('server_version_num')::int / 10000,"
                                + " (select pg_encoding_to_char(encoding) from pg_database where datname = current_database())")) {
            row.next();
            if (row.getInt(1) < OLDEST) {
                throw new Refused("The database at %s is PostgreSQL %d: version %d or newer is needed."
                        .formatted(url, row.getInt(1), OLDEST));
            }
            if (!"UTF8".equals(row.getString(2))) {
                throw new Refused(
                        "The database at %s is encoded in %s: create one in UTF8.".formatted(url, row.getString(2)));
            }
        } catch (SQLException e) {
            throw new Refused(
                    "The database at %s cannot be used: %s. Check QIJI_DATABASE_URL, _USER and _PASSWORD."
                            .formatted(url, firstLine(e)),
                    e);
        }
    }

    private static String firstLine(SQLException e) {
        if (e.getCause() instanceof UnknownHostException unknown) {
            return "there is no host " + unknown.getMessage();
        }
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse("it does not answer")
                .replaceAll("\\.$", "");
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
