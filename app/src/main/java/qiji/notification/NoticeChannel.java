package qiji.notification;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import qiji.access.Viewer;

/**
 * Hears what any node tells, by one connection of its own: one of the pool would be lacking there. While it is lost, it asks
 * every second. Ends all streams before the web server waits for its last answers.
 */
@Component
class NoticeChannel implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeChannel.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MOST_ANSWER_SECONDS = 5;
    private static final Viewer SYSTEM = Viewer.system("notices");

    private final JdbcConnectionDetails database;
    private final NoticeStreams streams;
    private final NoticeQueries queries;
    private Map<Long, String> marks = Map.of();
    private volatile @Nullable Thread listener;
    private final AtomicReference<@Nullable Connection> connection = new AtomicReference<>();

    NoticeChannel(JdbcConnectionDetails database, NoticeStreams streams, NoticeQueries queries) {
        this.database = database;
        this.streams = streams;
        this.queries = queries;
    }

    @Override
    public void start() {
        streams.reopen();
        // Known before it begins: one that is not the listener ends at once.
        Thread fresh = Thread.ofVirtual().name("notices").unstarted(this::run);
        listener = fresh;
        fresh.start();
    }

    @Override
    public void stop() {
        Thread running = listener;
        listener = null;
        streams.close();
        lose();
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    /** Last to start and first to stop, before the web server begins to wait. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    /** Whether it hears by itself now, and need not ask. */
    boolean hears() {
        return connection.get() != null;
    }

    /** Breaks the connection off, as the network may. */
    void lose() {
        Connection now = connection.get();
        if (now != null) {
            try {
                now.abort(Runnable::run);
            } catch (SQLException alreadyGone) {
                LOG.debug("closed already", alreadyGone);
            }
        }
    }

    private void run() {
        boolean lost = false;
        while (isMine()) {
            try (Connection own = connect()) {
                lost = false;
                hearBy(own);
            } catch (SQLException | DataAccessException | TransactionException why) {
                if (isMine() && !lost) {
                    LOG.warn("The connection for notices is lost: asking every second until it is back", why);
                }
                lost = true;
            }
            pause();
        }
    }

    private void hearBy(Connection own) throws SQLException {
        connection.set(own);
        try {
            lookAround();
            hear(own);
        } finally {
            // One that was stopped may end after the next one has begun.
            connection.compareAndSet(own, null);
        }
    }

    private boolean isMine() {
        return Thread.currentThread() == listener;
    }

    private void pause() {
        if (isMine()) {
            try {
                Thread.sleep(PAUSE);
                ask();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (DataAccessException | TransactionException away) {
                LOG.debug("The database cannot be asked either", away);
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties how = new Properties();
        how.setProperty("user", Objects.requireNonNull(database.getUsername()));
        how.setProperty("password", Objects.requireNonNullElse(database.getPassword(), ""));
        how.setProperty("options", "-c role=qiji_app");
        how.setProperty("tcpKeepAlive", "true");
        how.setProperty("connectTimeout", Integer.toString(MOST_ANSWER_SECONDS));
        Connection own = DriverManager.getConnection(database.getJdbcUrl(), how);
        try (Statement listen = own.createStatement()) {
            listen.execute("listen " + NoticeCall.CHANNEL);
        }
        return own;
    }

    /** What was called while nobody listened. */
    private void lookAround() {
        ask();
        streams.accessChanged();
    }

    private void hear(Connection own) throws SQLException {
        PGConnection heard = own.unwrap(PGConnection.class);
        while (isMine()) {
            var calls = heard.getNotifications(PATIENCE_MILLIS);
            if (calls == null || calls.length == 0) {
                mustAnswer(own);
            } else {
                spread(Arrays.stream(calls)
                        .map(call -> new NoticeCall(call.getParameter()))
                        .toList());
            }
        }
    }

    /** A connection that was cut without a word looks like a silent one. */
    private static void mustAnswer(Connection own) throws SQLException {
        if (!own.isValid(MOST_ANSWER_SECONDS)) {
            throw new SQLException("does not answer");
        }
    }

    private void spread(List<NoticeCall> calls) {
        Set<Long> users = new HashSet<>();
        calls.forEach(call -> users.addAll(call.users()));
        streams.news(users);
        if (calls.contains(NoticeCall.ACCESS_CHANGED)) {
            streams.accessChanged();
        }
    }

    /** Tells those for whom something is different from when it was asked before; those never asked for may have missed some. */
    private void ask() {
        Map<Long, String> now = queries.marks(streams.users(), SYSTEM);
        Map<Long, String> before = marks;
        Set<Long> changed = new HashSet<>(now.keySet());
        changed.removeIf(user -> Objects.equals(now.get(user), before.get(user)));
        marks = new HashMap<>(now);
        streams.news(changed);
    }
}
