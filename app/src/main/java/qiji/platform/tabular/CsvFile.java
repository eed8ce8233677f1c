package qiji.platform.tabular;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import qiji.platform.tabular.TabularFile.Content;

/** A table as text: a row a line, cells apart by a comma, semicolon, tab or bar, quoted where need be (RFC 4180). */
public final class CsvFile implements TabularFile {
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

    static CsvFile open(Content content, Limits limits) throws IOException {
        var encoding = TextEncoding.of(content);
        try (var reader = reader(content, encoding)) {
            var file = new CsvFile(content, encoding, Separator.of(reader, limits), limits);
            file.columns();
            return file;
        }
    }

    /** The name of the character encoding: UTF-8, UTF-16LE, UTF-16BE or GB18030 (of which GBK is a part). */
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
