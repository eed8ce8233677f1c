package qiji.platform.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row into a stream, in memory that does not grow with it. Cells are null, String, Boolean,
 * LocalDate, LocalDateTime (in the zone the reader lives in) or a number: Integer, Long, BigDecimal.
 *
 * <p>A workbook holds 32,767 characters a cell; longer texts end there in "…". CSV keeps them whole.
 *
 * <p>A table is whole only after {@link #finish}: closing without it leaves a file that shows that something is missing,
 * if it is a workbook. Does not close the stream.
 */
public sealed interface TableWriter extends AutoCloseable permits CsvWriter, WorkbookWriter {
    /** UTF-8 with the mark by which Excel knows it, RFC 4180; text that Excel would run gets an apostrophe before it. */
    static TableWriter csv(OutputStream out, List<String> header) throws IOException {
        return new CsvWriter(out, header);
    }

    /** One sheet with a bold header that stays in view, real numbers and dates, no formulas. */
    static TableWriter workbook(OutputStream out, String sheet, List<String> header) throws IOException {
        return new WorkbookWriter(out, sheet, header);
    }

    /** Throws {@link SheetFull} if the format holds no more rows. */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
