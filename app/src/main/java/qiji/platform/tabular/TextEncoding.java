package qiji.platform.tabular;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.platform.tabular.TabularFile.Content;

/** How the bytes of a text file make characters, and how many bytes at its start are only a mark of that. */
record TextEncoding(Charset charset, int markBytes) {
    /**
     * So many characters that are right in UTF-8 and not ASCII do not happen by chance in another encoding: a fault behind
     * them is a fault, not a sign of GB18030, which would turn the rest into wrong but possible characters.
     */
    private static final int CERTAINLY_UTF_8 = 16;

    /**
     * Decodes the whole file to be sure. {@code asked} is what somebody knows of it, who is believed. Throws UNDECODABLE,
     * or NOT_A_TABLE if it is no text at all.
     */
    static TextEncoding of(Content content, @Nullable String asked) throws IOException {
        var marked = marked(content);
        if (asked != null && (marked == null || !marked.charset.equals(Charset.forName(asked)))) {
            return new TextEncoding(Charset.forName(asked), 0).checked(content);
        }
        if (marked != null) {
            return marked.checked(content);
        }
        var utf8 = new TextEncoding(StandardCharsets.UTF_8, 0);
        var attempt = utf8.tryOn(content);
        if (attempt.complete()) {
            return utf8;
        }
        if (attempt.beyondAscii() >= CERTAINLY_UTF_8) {
            throw utf8.undecodable(attempt);
        }
        return new TextEncoding(Charset.forName("GB18030"), 0).checked(content);
    }

    private static @Nullable TextEncoding marked(Content content) throws IOException {
        byte[] start;
        try (var in = content.stream()) {
            start = in.readNBytes(3);
        }
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        if (start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        return null;
    }

    private TextEncoding checked(Content content) throws IOException {
        var attempt = tryOn(content);
        if (!attempt.complete()) {
            throw undecodable(attempt);
        }
        return this;
    }

    private UnreadableFile undecodable(Attempt attempt) {
        return new UnreadableFile(
                TabularProblem.UNDECODABLE, Map.of("line", attempt.line(), "encoding", charset.name()));
    }

    /** How far decoding came: the line it stopped in, and the characters beyond ASCII until there. */
    private record Attempt(boolean complete, long line, long beyondAscii) {
        Attempt plus(CharBuffer characters) {
            long lines = line;
            long more = beyondAscii;
            while (characters.hasRemaining()) {
                char c = characters.get();
                if (c == '\n') {
                    lines++;
                } else if (c >= 0x80) {
                    more++;
                } else if (c == 0) {
                    throw new UnreadableFile(TabularProblem.NOT_A_TABLE, Map.of("line", lines));
                }
            }
            return new Attempt(false, lines, more);
        }
    }

    private Attempt tryOn(Content content) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(65_536);
        var characters = CharBuffer.allocate(65_536);
        var attempt = new Attempt(false, 1, 0);
        try (var channel = content.open()) {
            channel.position(markBytes);
            boolean atEnd = false;
            while (!atEnd) {
                atEnd = channel.read(bytes) < 0;
                CoderResult result = decoder.decode(bytes.flip(), characters, atEnd);
                attempt = attempt.plus(characters.flip());
                if (result.isError()) {
                    return attempt;
                }
                bytes.compact();
                characters.clear();
            }
        }
        return new Attempt(true, attempt.line(), attempt.beyondAscii());
    }
}
