package qiji.opportunity.assessment;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * A printed page after the other, from top to bottom: headings, text that wraps, tables. The one place that knows the library;
 * of the font only the characters that occur are embedded.
 */
final class Paper implements AutoCloseable {
    private static final PDRectangle A4 = PDRectangle.A4;
    private static final float MARGIN = 50;
    static final float WIDTH = A4.getWidth() - 2 * MARGIN;
    private static final float TEXT = 10;
    private static final float PADDING = 4;
    private static final float LEADING = TEXT * 1.4f;
    private static final int MOST_LINES = linesIn(A4.getHeight() - 2 * MARGIN);
    private static final Color INK = new Color(0x1f2933);
    private static final Color PALE = new Color(0x66727f);
    private static final Color LINE = new Color(0xd5dbe1);

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final Lines lines;
    private PDPageContentStream out;
    private float y;

    Paper(String title) throws IOException {
        try (InputStream ttf = Paper.class.getResourceAsStream("/fonts/NotoSansSC.ttf")) {
            font = PDType0Font.load(document, Objects.requireNonNull(ttf, "the font is laid by web/build.sh"), true);
        }
        lines = new Lines(font);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("契机 Qiji");
        out = page();
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(A4);
        document.addPage(page);
        y = A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    /** Leaves the page where it has less room than that; says so. */
    private boolean need(float height) throws IOException {
        boolean lacks = y - height < MARGIN;
        if (lacks) {
            out.close();
            out = page();
        }
        return lacks;
    }

    /** What comes next, so tall, stays on one page. */
    void keep(float height) throws IOException {
        need(height);
    }

    void title(String text) throws IOException {
        block(text, 18, INK, 8);
    }

    void heading(String text) throws IOException {
        need(60);
        y -= 8;
        block(text, 13, INK, 5);
    }

    void text(String text) throws IOException {
        block(text, TEXT, INK, 4);
    }

    void note(String text) throws IOException {
        block(text, 9, PALE, 4);
    }

    private void block(String text, float size, Color ink, float after) throws IOException {
        for (String line : lines.of(text, WIDTH, size)) {
            need(size * 1.5f);
            draw(line, MARGIN, y - size, size, ink);
            y -= size * 1.5f;
        }
        y -= after;
    }

    /**
     * Rows below a head, or none, which each page begins with anew; {@code shares} of the width by column. A row stays on one
     * page unless it is taller than one. What is only numbers stands at the right of its column.
     */
    void table(List<String> head, List<? extends List<@Nullable String>> rows, float... shares) throws IOException {
        List<Column> columns = new ArrayList<>();
        float all = 0;
        for (float share : shares) {
            all += share;
        }
        float x = MARGIN;
        for (int i = 0; i < shares.length; i++) {
            columns.add(new Column(x, WIDTH * shares[i] / all, isOfNumbers(rows, i)));
            x += WIDTH * shares[i] / all;
        }
        List<List<String>> top = head.isEmpty() ? List.of() : wrapped(head, columns);
        if (!top.isEmpty()) {
            need(2 * heightOf(tallest(top)));
            piece(top, 0, tallest(top), columns, PALE);
        }
        for (List<@Nullable String> row : rows) {
            row(wrapped(row, columns), top, columns);
        }
        y -= 6;
    }

    private record Column(float x, float width, boolean right) {}

    private static boolean isOfNumbers(List<? extends List<@Nullable String>> rows, int column) {
        return rows.stream()
                .allMatch(row -> row.get(column) == null
                        || Objects.requireNonNull(row.get(column)).matches("-?[0-9][0-9,.]*"));
    }

    private List<List<String>> wrapped(List<? extends @Nullable String> cells, List<Column> columns)
            throws IOException {
        List<List<String>> wrapped = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            wrapped.add(lines.of(
                    Objects.requireNonNullElse(cells.get(i), "—"),
                    columns.get(i).width() - 2 * PADDING,
                    TEXT));
        }
        return wrapped;
    }

    private static int tallest(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(0);
    }

    private void row(List<List<String>> cells, List<List<String>> head, List<Column> columns) throws IOException {
        int most = tallest(cells);
        int room = MOST_LINES - tallest(head) - 1;
        int from = 0;
        turn(heightOf(most <= room ? most : 1), head, columns);
        while (most - from > linesIn(y - MARGIN)) {
            int fit = linesIn(y - MARGIN);
            piece(cells, from, fit, columns, INK);
            from += fit;
            turn(heightOf(MOST_LINES), head, columns);
        }
        piece(cells, from, most - from, columns, INK);
    }

    private void turn(float height, List<List<String>> head, List<Column> columns) throws IOException {
        if (need(height) && !head.isEmpty()) {
            piece(head, 0, tallest(head), columns, PALE);
        }
    }

    /** So many lines of each cell of a row, from one on, and a line below them. */
    private void piece(List<List<String>> cells, int from, int count, List<Column> columns, Color ink)
            throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            float at = y - PADDING - TEXT;
            for (String line : cells.get(i).stream().skip(from).limit(count).toList()) {
                float spare =
                        column.right() ? column.width() - 2 * PADDING - font.getStringWidth(line) * TEXT / 1000 : 0;
                draw(line, column.x() + PADDING + spare, at, TEXT, ink);
                at -= LEADING;
            }
        }
        y -= heightOf(count);
        stroke(LINE, 0.5f, List.of(MARGIN, y, MARGIN + WIDTH, y));
    }

    private static float heightOf(int lines) {
        return lines * LEADING + 2 * PADDING;
    }

    private static int linesIn(float height) {
        return (int) ((height - 2 * PADDING) / LEADING);
    }

    /** A line through the values from left to right, with the one where it is zero. */
    void curve(List<Float> values) throws IOException {
        float height = 90;
        need(height + 10);
        float most = Math.max(0, values.stream().max(Float::compare).orElse(0f));
        float least = Math.min(0, values.stream().min(Float::compare).orElse(0f));
        float span = most == least ? 1 : most - least;
        float bottom = y - height;
        float zero = bottom + height * (0 - least) / span;
        stroke(LINE, 0.8f, List.of(MARGIN, zero, MARGIN + WIDTH, zero));
        List<Float> path = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            path.add(MARGIN + (values.size() == 1 ? 0 : WIDTH * i / (values.size() - 1)));
            path.add(bottom + height * (values.get(i) - least) / span);
        }
        stroke(new Color(0x0f766e), 1.5f, path);
        y -= height + 10;
    }

    private void stroke(Color ink, float width, List<Float> path) throws IOException {
        out.setStrokingColor(ink);
        out.setLineWidth(width);
        out.moveTo(path.get(0), path.get(1));
        for (int i = 2; i < path.size(); i += 2) {
            out.lineTo(path.get(i), path.get(i + 1));
        }
        out.stroke();
    }

    private void draw(String line, float x, float at, float size, Color ink) throws IOException {
        out.beginText();
        out.setNonStrokingColor(ink);
        out.setFont(font, size);
        out.newLineAtOffset(x, at);
        out.showText(line);
        out.endText();
    }

    /** The whole, with the number of each page below it. */
    byte[] finish() throws IOException {
        out.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            out = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true);
            String number = (i + 1) + " / " + pages;
            draw(number, MARGIN + WIDTH - font.getStringWidth(number) * 9 / 1000, MARGIN / 2, 9, PALE);
            out.close();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
