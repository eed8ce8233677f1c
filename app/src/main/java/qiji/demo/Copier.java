package qiji.demo;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Sends rows to the database while the next are still being made: one load on its way, never more. */
final class Copier implements AutoCloseable {
    private final Connection connection;
    private final ExecutorService sender =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private @Nullable Future<?> underway;

    Copier(Connection connection) {
        this.connection = connection;
    }

    /** Returns when the load before has arrived. */
    void send(String command, String rows) throws SQLException {
        await();
        underway = sender.submit(() -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(command, new StringReader(rows), 1 << 16);
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    /** Returns when everything has arrived: only then may the connection be used for something else. */
    void await() throws SQLException {
        Future<?> last = underway;
        underway = null;
        if (last == null) {
            return;
        }
        try {
            last.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while rows were on their way", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException refused ? refused : new SQLException(e.getCause());
        }
    }

    @Override
    public void close() {
        sender.close();
    }
}
