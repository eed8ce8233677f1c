package qiji.platform.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows below the header, one at a time; blank ones are left out. Reading on may throw {@link UnreadableFile}. */
public final class Rows implements Iterator<Row>, AutoCloseable {
    /** The rows as they stand in a file, header and blank ones included. */
    interface Source extends AutoCloseable {
        /** The next row, or null after the last. */
        @Nullable
        Row next() throws IOException;

        @Override
        void close() throws IOException;
    }

    private final Source source;
    private final int limit;
    private final List<String> columns;
    private int count;
    private @Nullable Row next;

    /** Starts behind row {@code after}; 0 starts at the first row below the header. */
    Rows(Source source, int limit, long after) {
        this.source = source;
        this.limit = limit;
        var header = read();
        if (header == null) {
            throw new UnreadableFile(TabularProblem.EMPTY);
        }
        this.columns = ColumnNames.of(header.cells());
        do {
            advance();
        } while (next != null && next.number() <= after);
    }

    /** The names of the columns, all different and none empty. */
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        var row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        advance();
        return row;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void advance() {
        var row = read();
        if (row != null && ++count > limit) {
            throw new UnreadableFile(TabularProblem.TOO_MANY_ROWS, Map.of("limit", limit));
        }
        next = row == null ? null : new Row(row.number(), fitted(row.cells()));
    }

    private @Nullable Row read() {
        try {
            var row = source.next();
            while (row != null && row.isBlank()) {
                row = source.next();
            }
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> fitted(List<String> cells) {
        int size = cells.size();
        while (size > columns.size() && cells.get(size - 1).isBlank()) {
            size--;
        }
        var fitted = new ArrayList<>(cells.subList(0, size));
        while (fitted.size() < columns.size()) {
            fitted.add("");
        }
        return fitted;
    }
}
