package qiji.platform.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes a table as the only sheet of an xlsx workbook. */
final class WorkbookWriter implements TableWriter {
    private static final int ROWS_IN_MEMORY = 500;
    private static final int MAX_CELL_LENGTH = 32_767;
    /** Spreadsheets keep 15 digits of a number; more are written as text, to be kept. */
    private static final int MAX_DIGITS = 15;
    /** Before this day spreadsheets count days wrongly; such dates are written as text. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    WorkbookWriter(OutputStream out, String name, List<String> header) throws IOException {
        workbook = new Workbook(out, "Qiji", null);
        sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int i = 0; i < header.size(); i++) {
            sheet.width(i, Math.clamp(header.get(i).length() * 2L + 2, 12, 40));
        }
        row(header);
        sheet.range(0, 0, 0, Math.max(0, header.size() - 1)).style().bold().set();
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (row == Worksheet.MAX_ROWS) {
            throw new SheetFull(Worksheet.MAX_ROWS);
        }
        if (row > 0 && row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
        for (int i = 0; i < cells.size(); i++) {
            write(i, cells.get(i));
        }
        row++;
    }

    private void write(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text -> writeText(column, text);
            case BigDecimal number -> writeNumber(column, number);
            case Integer number -> sheet.value(row, column, number);
            case Long number -> writeNumber(column, BigDecimal.valueOf(number));
            case Boolean truth -> sheet.value(row, column, truth);
            case LocalDate day -> writeDate(column, day.atStartOfDay(), day.toString(), "yyyy-mm-dd");
            case LocalDateTime moment ->
                writeDate(column, moment, CellText.of(moment).replace('T', ' '), "yyyy-mm-dd hh:mm:ss");
            default -> throw new IllegalArgumentException("No cell can hold a " + value.getClass());
        }
    }

    /** Texts stand in their cells, not in a shared table, which would have to be kept in memory to the end. */
    private void writeText(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        var fitting = text.length() > MAX_CELL_LENGTH ? text.substring(0, MAX_CELL_LENGTH - 1) + "…" : text;
        var escaped = RichText.escape(fitting);
        if (escaped.equals(escaped.strip()) && escaped.indexOf('\n') < 0) {
            sheet.inlineString(row, column, escaped);
        } else {
            // only a run keeps the white space around a text
            var runs = org.dhatim.fastexcel.RichText.builder().run(escaped).end();
            sheet.inlineString(row, column, runs.build());
        }
    }

    private void writeNumber(int column, BigDecimal number) {
        if (number.precision() > MAX_DIGITS) {
            sheet.inlineString(row, column, number.toPlainString());
            return;
        }
        sheet.value(row, column, number);
        if (number.scale() == 2) {
            sheet.style(row, column).format("#,##0.00").set();
        }
    }

    private void writeDate(int column, LocalDateTime moment, String text, String format) {
        if (moment.toLocalDate().isBefore(FIRST_DAY) || moment.getYear() > 9999) {
            sheet.inlineString(row, column, text);
            return;
        }
        sheet.value(row, column, moment);
        sheet.style(row, column).format(format).set();
    }

    @Override
    public void finish() throws IOException {
        sheet.finish();
        workbook.finish();
    }

    @Override
    public void close() {
        // the workbook ends here unless it was finished; without its directory the archive does not open
    }
}
