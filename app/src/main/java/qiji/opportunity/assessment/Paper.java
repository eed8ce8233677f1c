package qiji.opportunity.assessment;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final String MISSING = "□";

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final Map<Integer, String> drawable = new HashMap<>();
    private PDPageContentStream out;
    private float y;

    Paper(String title) throws IOException {
        try (InputStream ttf = Paper.class.getResourceAsStream("/fonts/NotoSansSC.ttf")) {
            font = PDType0Font.load(document, Objects.requireNonNull(ttf, "the font is laid by web/build.sh"), true);
        }
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

    /** Leaves the page where it has less room than that. */
    private void need(float height) throws IOException {
        if (y - height < MARGIN) {
            out.close();
            out = page();
        }
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
        for (String line : wrap(text, WIDTH, size)) {
            need(size * 1.5f);
            draw(line, MARGIN, y - size, size, ink);
            y -= size * 1.5f;
        }
        y -= after;
    }

    /** Rows below a head, or none; {@code shares} of the width by column. A row stays on one page unless it is taller than one. */
    void table(List<String> head, List<? extends List<@Nullable String>> rows, float... shares) throws IOException {
        if (!head.isEmpty()) {
            row(head, shares, PALE);
        }
        for (List<@Nullable String> row : rows) {
            row(row, shares, INK);
        }
        y -= 6;
    }

    private void row(List<? extends @Nullable String> cells, float[] shares, Color ink) throws IOException {
        float all = 0;
        for (float share : shares) {
            all += share;
        }
        List<List<String>> lines = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < shares.length; i++) {
            String cell = cells.get(i);
            List<String> wrapped = wrap(cell == null ? "—" : cell, WIDTH * shares[i] / all - 2 * PADDING, TEXT);
            most = Math.max(most, wrapped.size());
            lines.add(wrapped);
        }
        int from = 0;
        need(heightOf(most <= MOST_LINES ? most : 1));
        while (most - from > linesIn(y - MARGIN)) {
            int fit = linesIn(y - MARGIN);
            piece(lines, from, fit, shares, all, ink);
            from += fit;
            need(heightOf(MOST_LINES));
        }
        piece(lines, from, most - from, shares, all, ink);
        out.setStrokingColor(LINE);
        out.setLineWidth(0.5f);
        out.moveTo(MARGIN, y);
        out.lineTo(MARGIN + WIDTH, y);
        out.stroke();
    }

    /** So many lines of each cell of a row, from one on. */
    private void piece(List<List<String>> cells, int from, int count, float[] shares, float all, Color ink)
            throws IOException {
        float x = MARGIN;
        for (int i = 0; i < shares.length; i++) {
            float at = y - PADDING - TEXT;
            for (String line : cells.get(i).stream().skip(from).limit(count).toList()) {
                draw(line, x + PADDING, at, TEXT, ink);
                at -= LEADING;
            }
            x += WIDTH * shares[i] / all;
        }
        y -= heightOf(count);
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

    /** Breaks between any two Chinese characters, and between words of others unless one is wider than a line. */
    private List<String> wrap(String text, float width, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            float used = 0;
            int blank = -1;
            for (int point : paragraph.codePoints().toArray()) {
                String sign = drawable(point);
                float wide = font.getStringWidth(sign) * size / 1000;
                if (used + wide > width && !line.isEmpty()) {
                    boolean word = point < 0x2e80 && !Character.isWhitespace(point) && blank > 0;
                    String rest = word ? line.substring(blank) : "";
                    lines.add((word ? line.substring(0, blank) : line.toString()).stripTrailing());
                    line = new StringBuilder(rest);
                    used = font.getStringWidth(rest) * size / 1000;
                    blank = -1;
                }
                line.append(sign);
                used += wide;
                if (Character.isWhitespace(point) || point >= 0x2e80) {
                    blank = line.length();
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** What stands for a character: itself, if the font knows it. */
    private String drawable(int point) {
        return drawable.computeIfAbsent(point, _ -> {
            if (Character.isWhitespace(point) || Character.isISOControl(point)) {
                return " ";
            }
            String sign = Character.toString(point);
            try {
                font.encode(sign);
                return sign;
            } catch (IllegalArgumentException unknown) {
                return MISSING;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
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
