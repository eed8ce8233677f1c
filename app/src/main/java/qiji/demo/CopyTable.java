package qiji.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows on their way into one table by COPY, a chunk at a time, so that memory stays flat. */
final class CopyTable {
    private static final int CHUNK_CHARACTERS = 2_000_000;

    private final Copier copier;
    private final String table;
    private final List<String> columns;
    private final StringBuilder rows = new StringBuilder();
    private long nextId;
    private long written;

    private CopyTable(Copier copier, String table, List<String> columns) {
        this.copier = copier;
        this.table = table;
        this.columns = columns;
    }

    /** A table whose ids go on after those that it holds. */
    static CopyTable withIds(Connection connection, Copier copier, String table, List<String> columns)
            throws SQLException {
        CopyTable copy = without(copier, table, columns);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(id), 0) + 1 from " + table)) {
            row.next();
            copy.nextId = row.getLong(1);
        }
        return copy;
    }

    static CopyTable without(Copier copier, String table, List<String> columns) {
        return new CopyTable(copier, table, columns);
    }

    static List<String> columns(String names) {
        return List.of(names.split("\\s+"));
    }

    long nextId() {
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
    void add(@Nullable Object... values) throws SQLException {
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
        copier.send("copy %s (%s) from stdin".formatted(table, String.join(", ", columns)), rows.toString());
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
}
