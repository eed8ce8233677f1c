package qiji.platform.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook. Formulas count as the value that was last worked out for them. */
final class SheetSource implements Rows.Source {
    private static final int MAX_COLUMNS_OF_FORMAT = 16_384;
    private static final int MAX_ROWS_OF_FORMAT = 1_048_576;

    private final WorkbookZip zip;
    private final WorkbookXml xml;
    private final SharedTexts texts;
    private final CellFormats formats;
    private final boolean startsIn1904;
    private final Limits limits;
    private long number;

    /** Owns {@code zip} from here on and closes it with itself. */
    SheetSource(WorkbookZip zip, WorkbookParts parts, String sheetPart, Limits limits) throws IOException {
        this.zip = zip;
        this.limits = limits;
        this.startsIn1904 = parts.startsIn1904();
        this.formats = CellFormats.of(zip, parts.styles());
        this.texts = new SharedTexts(zip, parts.sharedTexts(), limits);
        this.xml = new WorkbookXml(zip, sheetPart);
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (xml.next()) {
            if (xml.isStart("row")) {
                number = rowNumber();
                return new Row(number, readCells());
            }
            if (xml.isEnd("sheetData")) {
                return null;
            }
        }
        return null;
    }

    private long rowNumber() {
        var given = xml.attribute("r");
        long next = given == null ? number + 1 : wholeNumber(given);
        if (next <= number || next > MAX_ROWS_OF_FORMAT) {
            throw xml.damaged(null);
        }
        return next;
    }

    private List<String> readCells() throws IOException {
        var cells = new ArrayList<String>();
        int column = 0;
        while (xml.next() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                var reference = xml.attribute("r");
                column = reference == null ? column : column(reference);
                var text = readCell(xml.attribute("t"), formats.kind(xml.attribute("s")));
                if (!text.isEmpty()) {
                    put(text, column, cells);
                }
                column++;
            }
        }
        return cells;
    }

    private void put(String text, int column, List<String> cells) {
        if (column >= limits.columns()) {
            throw new UnreadableFile(TabularProblem.TOO_MANY_COLUMNS, Map.of("limit", limits.columns(), "row", number));
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    /** "C12" is column 2. */
    private int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
            if (column > MAX_COLUMNS_OF_FORMAT) {
                throw xml.damaged(null);
            }
        }
        if (column == 0) {
            throw xml.damaged(null);
        }
        return column - 1;
    }

    private String readCell(@Nullable String type, CellFormats.Kind kind) throws IOException {
        var text = "";
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("v")) {
                var raw = new StringBuilder();
                xml.readText(raw, limits.cellLength(), number);
                text = raw.isEmpty() ? "" : value(raw.toString(), type, kind);
            } else if (xml.isStart("is")) {
                text = RichText.read(xml, "is", limits.cellLength(), number);
            } else {
                xml.skip();
            }
        }
        return text;
    }

    private String value(String raw, @Nullable String type, CellFormats.Kind kind) throws IOException {
        return switch (type) {
            case "s" -> sharedText(raw);
            case "str" -> RichText.unescape(raw);
            case "b" -> raw.strip().equals("1") ? "true" : "false";
            case "e", "d" -> raw.strip();
            case "n" -> numberText(raw, kind);
            case null -> numberText(raw, kind);
            default -> throw xml.damaged(null);
        };
    }

    private String sharedText(String raw) throws IOException {
        var text = texts.get(wholeNumber(raw));
        if (text == null) {
            throw xml.damaged(null);
        }
        return text;
    }

    private String numberText(String raw, CellFormats.Kind kind) {
        try {
            return CellText.ofNumber(raw, kind, startsIn1904);
        } catch (NumberFormatException | ArithmeticException e) {
            throw xml.damaged(e);
        }
    }

    private int wholeNumber(String raw) {
        try {
            return Integer.parseInt(raw.strip());
        } catch (NumberFormatException e) {
            throw xml.damaged(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
