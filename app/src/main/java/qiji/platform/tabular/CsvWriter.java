package qiji.platform.tabular;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a table as text. */
final class CsvWriter implements TableWriter {
    private static final String MUST_BE_QUOTED = ",\"\r\n;\t|";

    private final Writer out;

    CsvWriter(OutputStream out, List<String> header) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 65_536);
        this.out.write('\uFEFF');
        row(header);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            write(text(cells.get(i)), cells.size() == 1);
        }
        out.write("\r\n");
    }

    /** A lone empty cell is quoted, for an empty line is no row. */
    private void write(String text, boolean isAlone) throws IOException {
        if (text.isEmpty() ? isAlone : needsQuotes(text)) {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(text);
        }
    }

    private static boolean needsQuotes(String text) {
        if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
            return true;
        }
        return text.chars().anyMatch(c -> MUST_BE_QUOTED.indexOf(c) >= 0);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> FormulaGuard.put(text);
            case BigDecimal number -> number.toPlainString();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case Boolean truth -> truth.toString();
            case LocalDate day -> day.toString();
            case LocalDateTime moment -> CellText.of(moment).replace('T', ' ');
            default -> throw new IllegalArgumentException("No cell can hold a " + value.getClass());
        };
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    @Override
    public void close() {
        // what is still buffered belongs to a table that is not whole
    }
}
