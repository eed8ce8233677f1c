package qiji.platform.tabular;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.platform.tabular.TabularFile.Content;

/** A table as text: a row a line, cells apart by one character, quoted where need be (RFC 4180). */
public final class CsvFile implements TabularFile {
    /** The encodings that can be asked for; the first two, and UTF-16 with its mark, are found without asking. */
    public static final List<String> ENCODINGS =
            List.of("UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "Shift_JIS", "windows-1252");

    private final Content content;
    private final TextEncoding encoding;
    private final char separator;
    private final Limits limits;

    private CsvFile(Content content, TextEncoding encoding, char separator, Limits limits) {
        this.content = content;
        this.encoding = encoding;
        this.separator = separator;
        this.limits = limits;
    }

    /** How to read a text: what is null is to be found out. {@code encoding} is one of {@link #ENCODINGS}. */
    public record Reading(
            @Nullable Character separator, @Nullable String encoding) {
        public static final Reading DETECTED = new Reading(null, null);
    }

    static CsvFile open(Content content, Reading reading, Limits limits) throws IOException {
        var encoding = TextEncoding.of(content, reading.encoding());
        var asked = reading.separator();
        try (var reader = reader(content, encoding)) {
            char separator = asked == null ? Separator.of(reader, limits) : asked;
            var file = new CsvFile(content, encoding, separator, limits);
            file.columns();
            return file;
        }
    }

    /** Whether a character can stand between cells: neither a part of words and numbers, nor of quotes and line ends. */
    public static boolean canSeparate(char c) {
        return c != '"'
                && c != '\n'
                && c != '\r'
                && c != 0
                && !Character.isLetterOrDigit(c)
                && !Character.isSurrogate(c);
    }

    /** The name of the character encoding, one of {@link #ENCODINGS}; GB18030 also for GBK, which is a part of it. */
    public String encoding() {
        return encoding.charset().name();
    }

    public char separator() {
        return separator;
    }

    @Override
    public Rows rowsAfter(long number) {
        try {
            var source = new CsvSource(reader(content, encoding), separator, limits);
            return Closing.ifRefused(source, () -> new Rows(source, limits.rows(), number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader reader(Content content, TextEncoding encoding) throws IOException {
        var in = content.stream();
        in.skipNBytes(encoding.markBytes());
        return new InputStreamReader(
                in,
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
