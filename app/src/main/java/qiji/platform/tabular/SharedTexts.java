package qiji.platform.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts that the cells of a workbook share, by number. Read as far as asked for: a preview needs only the first. */
final class SharedTexts implements AutoCloseable {
    /** What a text takes in memory besides its characters, roughly. */
    private static final int BYTES_PER_TEXT = 64;

    private final @Nullable WorkbookXml xml;
    private final Limits limits;
    private final List<String> texts = new ArrayList<>();
    private long bytes;

    SharedTexts(WorkbookZip zip, @Nullable String part, Limits limits) throws IOException {
        this.xml = part == null || !zip.has(part) ? null : new WorkbookXml(zip, part);
        this.limits = limits;
    }

    /** Null if there is no text of that number. Throws TOO_LARGE if they take too much memory. */
    @Nullable
    String get(int number) throws IOException {
        while (xml != null && number >= texts.size() && xml.next()) {
            if (xml.isStart("si")) {
                add(RichText.read(xml, "si", limits.cellLength(), 0));
            }
        }
        return number < 0 || number >= texts.size() ? null : texts.get(number);
    }

    private void add(String text) {
        bytes += BYTES_PER_TEXT + 2L * text.length();
        if (bytes > limits.sharedTextBytes()) {
            throw new UnreadableFile(
                    TabularProblem.TOO_LARGE, Map.of("limitBytes", limits.sharedTextBytes(), "part", "sharedStrings"));
        }
        texts.add(text);
    }

    @Override
    public void close() throws IOException {
        if (xml != null) {
            xml.close();
        }
    }
}
