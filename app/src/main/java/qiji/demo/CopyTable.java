package qiji.demo;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into one table by COPY, a chunk at a time, so that memory stays flat. */
public final class CopyTable {
    private static final int CHUNK_CHARACTERS = 2_000_000;

    private final Sender sender;
    private final String table;
    private final List<String> columns;
    private final StringBuilder rows = new StringBuilder();
    private long nextId;
    private long written;

    private CopyTable(Sender sender, String table, List<String> columns) {
        this.sender = sender;
        this.table = table;
        this.columns = columns;
    }

    /** A table whose ids go on after those that it holds. */
    static CopyTable withIds(Connection connection, Sender sender, String table, List<String> columns)
            throws SQLException {
        CopyTable copy = without(sender, table, columns);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(id), 0) + 1 from " + table)) {
            row.next();
            copy.nextId = row.getLong(1);
        }
        return copy;
    }

    static CopyTable without(Sender sender, String table, List<String> columns) {
        return new CopyTable(sender, table, columns);
    }

    public static List<String> columns(String names) {
        return List.of(names.split("\\s+"));
    }

    public long nextId() {
        return nextId++;
    }

    /** The first of so many ids. */
    long reserve(long count) {
        long first = nextId;
        nextId += count;
        return first;
    }

    boolean hasIds() {
        return nextId > 0;
    }

    String name() {
        return table;
    }

    long written() {
        return written;
    }

    /** Values in the order of the columns: text, numbers, truth, moments, days, lists of text, bytes, search words. */
    public void add(@Nullable Object... values) throws SQLException {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "%s has %d columns, not %d".formatted(table, columns.size(), values.length));
        }
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            append(values[i]);
        }
        rows.append('\n');
        written++;
        if (rows.length() > CHUNK_CHARACTERS) {
            flush();
        }
    }

    void flush() throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        sender.send("copy %s (%s) from stdin".formatted(table, String.join(", ", columns)), rows.toString());
        rows.setLength(0);
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> rows.append("\\N");
            case String text -> escape(text);
            case Boolean truth -> rows.append(truth ? 't' : 'f');
            case Instant moment -> rows.append(moment);
            case Lexemes lexemes -> escape(lexemes.literal());
            case byte[] bytes -> rows.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            case Collection<?> texts -> appendArray(texts);
            default -> rows.append(value); // numbers and days hold nothing to escape
        }
    }

    private void appendArray(Collection<?> texts) {
        StringBuilder array = new StringBuilder("{");
        for (Object text : texts) {
            array.append(array.length() > 1 ? "," : "").append('"');
            array.append(String.valueOf(text).replace("\\", "\\\\").replace("\"", "\\\""));
            array.append('"');
        }
        escape(array.append('}').toString());
    }

    private void escape(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            rows.append(text); // nearly every one
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(character);
            }
        }
    }

    /** Sends rows to the database while the next are still being made: one load on its way, never more. */
    static final class Sender implements AutoCloseable {
        private final Connection connection;
        private final ExecutorService sender =
                Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
        private @Nullable Future<?> underway;

        Sender(Connection connection) {
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
}
