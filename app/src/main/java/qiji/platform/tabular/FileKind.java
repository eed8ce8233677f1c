package qiji.platform.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import qiji.platform.tabular.TabularFile.Content;

/** What a file is, by its first bytes. */
enum FileKind {
    TEXT,
    WORKBOOK;

    private static final String ZIP = "PK\u0003\u0004";
    private static final String COMPOUND_DOCUMENT = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    /** Throws EMPTY, OLD_XLS, PASSWORD_PROTECTED or NOT_A_TABLE. */
    static FileKind of(Content content) throws IOException {
        String start;
        try (var in = content.stream()) {
            start = new String(in.readNBytes(512), StandardCharsets.ISO_8859_1);
        }
        if (start.isEmpty()) {
            throw new UnreadableFile(TabularProblem.EMPTY);
        }
        if (start.startsWith(ZIP)) {
            return WORKBOOK;
        }
        if (start.startsWith(COMPOUND_DOCUMENT)) {
            throw new UnreadableFile(problemOfCompoundDocument(content));
        }
        var text = start.replace("\u00EF\u00BB\u00BF", "").stripLeading();
        // Many systems export a web page and call it .xls.
        if (text.startsWith("<") || text.startsWith("%PDF") || text.startsWith("{\\rtf")) {
            throw new UnreadableFile(TabularProblem.NOT_A_TABLE);
        }
        return TEXT;
    }

    /** Excel wraps an encrypted xlsx into the container that its old format used too. */
    private static TabularProblem problemOfCompoundDocument(Content content) throws IOException {
        if (contains(content, "EncryptedPackage")) {
            return TabularProblem.PASSWORD_PROTECTED;
        }
        return contains(content, "Workbook") || contains(content, "Book\0")
                ? TabularProblem.OLD_XLS
                : TabularProblem.NOT_A_TABLE;
    }

    private static boolean contains(Content content, String name) throws IOException {
        var wanted = new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        try (InputStream in = content.stream()) {
            String previous = "";
            for (byte[] chunk = in.readNBytes(65_536); chunk.length > 0; chunk = in.readNBytes(65_536)) {
                var text = new String(chunk, StandardCharsets.ISO_8859_1);
                if ((previous + text).contains(wanted)) {
                    return true;
                }
                previous = text.substring(Math.max(0, text.length() - wanted.length()));
            }
        }
        return false;
    }
}
