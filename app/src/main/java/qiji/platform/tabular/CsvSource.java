package qiji.platform.tabular;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into rows and cells (RFC 4180). Lines may end in CR, LF or both. As in Excel, a quote inside an unquoted cell
 * is a character like any other, and what follows a closing quote belongs to the cell.
 *
 * <p>Written here rather than taken from a library because it must name the line of a quote that is never closed instead
 * of swallowing the rest of the file, and keep the limits while it reads.
 */
final class CsvSource implements Rows.Source {
    private static final int END = -1;

    private final Reader reader;
    private final char separator;
    private final Limits limits;
    private final char[] buffer = new char[32_768];
    private final StringBuilder cell = new StringBuilder();
    private int position;
    private int length;
    private long line = 1;
    private long number;

    CsvSource(Reader reader, char separator, Limits limits) {
        this.reader = reader;
        this.separator = separator;
        this.limits = limits;
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (peek() == END) {
            return null;
        }
        number++;
        var cells = new ArrayList<String>();
        int end;
        do {
            end = readCell();
            addCell(cells);
        } while (end == separator);
        if (end == '\r' && peek() == '\n') {
            read();
        }
        return new Row(number, cells);
    }

    /** Leaves the cell's text in {@code cell}; answers what ended it. */
    private int readCell() throws IOException {
        cell.setLength(0);
        long startLine = line;
        int c = read();
        if (c == '"') {
            readQuoted(startLine);
            c = read();
        }
        while (c != separator && c != '\n' && c != '\r' && c != END) {
            append(c, startLine);
            c = read();
        }
        return c;
    }

    private void readQuoted(long startLine) throws IOException {
        while (true) {
            int c = read();
            if (c == END) {
                throw new UnreadableFile(TabularProblem.UNCLOSED_QUOTE, Map.of("line", startLine));
            }
            if (c == '"') {
                if (peek() != '"') {
                    return;
                }
                read();
            }
            append(c, startLine);
        }
    }

    private void append(int c, long startLine) {
        if (cell.length() == limits.cellLength()) {
            throw new UnreadableFile(
                    TabularProblem.CELL_TOO_LONG,
                    Map.of("limit", limits.cellLength(), "row", number, "line", startLine));
        }
        cell.append((char) c);
    }

    private void addCell(List<String> cells) {
        if (cells.size() >= limits.columns()) {
            if (cell.isEmpty()) {
                return;
            }
            throw new UnreadableFile(TabularProblem.TOO_MANY_COLUMNS, Map.of("limit", limits.columns(), "row", number));
        }
        cells.add(FormulaGuard.takeOff(cell.toString()));
    }

    private int peek() throws IOException {
        if (position == length) {
            position = 0;
            length = reader.read(buffer, 0, buffer.length);
            if (length <= 0) {
                length = 0;
                return END;
            }
        }
        return buffer[position];
    }

    private int read() throws IOException {
        int c = peek();
        if (c != END) {
            position++;
            if (c == '\n' || (c == '\r' && peek() != '\n')) {
                line++;
            }
        }
        return c;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
