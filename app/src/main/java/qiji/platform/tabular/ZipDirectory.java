package qiji.platform.tabular;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The directory of an archive: what is packed under which name, and where. Read here because that of the JDK opens only
 * what lies open on disk. What it says is believed in nothing but the places, which are checked.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT_BYTES = 65_535;
    private static final int LARGE_LOCATOR = 0x07064b50;
    private static final int LARGE_LOCATOR_BYTES = 20;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_END_BYTES = 56;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int DIRECTORY_BYTES_PER_PART = 400;
    private static final long IS_LARGE = 0xFFFFFFFFL;

    private final SeekableByteChannel file;

    private ZipDirectory(SeekableByteChannel file) {
        this.file = file;
    }

    /** {@code at} is where its own header begins. */
    record Part(String name, boolean locked, int method, long packed, long bytes, long at) {}

    private record End(long parts, long bytes, long at) {}

    /** By name. Refuses a directory too large to keep, before it is read. */
    static Map<String, Part> read(SeekableByteChannel file, Limits limits) throws IOException {
        var directory = new ZipDirectory(file);
        var end = directory.end();
        if (end.parts() > limits.partCount() || end.bytes() > (long) limits.partCount() * DIRECTORY_BYTES_PER_PART) {
            throw new UnreadableFile(TabularProblem.BOMB, Map.of("part", "zip"));
        }
        var bytes = directory.bytes(end.at(), (int) end.bytes());
        Map<String, Part> parts = new LinkedHashMap<>();
        for (long i = 0; i < end.parts(); i++) {
            var part = part(bytes);
            parts.put(part.name(), part);
        }
        return parts;
    }

    /** Where the packed bytes of a part begin. */
    static long contentOf(Part part, SeekableByteChannel file) throws IOException {
        var header = new ZipDirectory(file).bytes(part.at(), LOCAL_BYTES);
        must(header.getInt(0) == LOCAL);
        return part.at()
                + LOCAL_BYTES
                + Short.toUnsignedInt(header.getShort(26))
                + Short.toUnsignedInt(header.getShort(28));
    }

    private End end() throws IOException {
        int length = (int) Math.min(file.size(), END_BYTES + MAX_COMMENT_BYTES);
        long from = file.size() - length;
        var tail = bytes(from, length);
        for (int at = length - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                int parts = Short.toUnsignedInt(tail.getShort(at + 10));
                long bytes = Integer.toUnsignedLong(tail.getInt(at + 12));
                long place = Integer.toUnsignedLong(tail.getInt(at + 16));
                boolean isLarge = parts == 0xFFFF || bytes == IS_LARGE || place == IS_LARGE;
                return isLarge ? largeEnd(from + at) : new End(parts, bytes, from + at - bytes);
            }
        }
        throw damaged();
    }

    private End largeEnd(long below) throws IOException {
        var locator = bytes(below - LARGE_LOCATOR_BYTES, LARGE_LOCATOR_BYTES);
        must(locator.getInt(0) == LARGE_LOCATOR);
        var end = bytes(locator.getLong(8), LARGE_END_BYTES);
        must(end.getInt(0) == LARGE_END && end.getLong(32) >= 0 && end.getLong(40) >= 0);
        return new End(end.getLong(32), end.getLong(40), end.getLong(48));
    }

    private static Part part(ByteBuffer bytes) {
        must(bytes.remaining() >= ENTRY_BYTES && bytes.getInt(bytes.position()) == ENTRY);
        int start = bytes.position();
        int nameBytes = Short.toUnsignedInt(bytes.getShort(start + 28));
        int extraBytes = Short.toUnsignedInt(bytes.getShort(start + 30));
        int commentBytes = Short.toUnsignedInt(bytes.getShort(start + 32));
        must(bytes.remaining() >= ENTRY_BYTES + nameBytes + extraBytes + commentBytes);
        var name = new byte[nameBytes];
        bytes.get(start + ENTRY_BYTES, name);
        var sizes = new long[] {
            Integer.toUnsignedLong(bytes.getInt(start + 24)),
            Integer.toUnsignedLong(bytes.getInt(start + 20)),
            Integer.toUnsignedLong(bytes.getInt(start + 42))
        };
        enlarge(sizes, bytes.slice(start + ENTRY_BYTES + nameBytes, extraBytes).order(ByteOrder.LITTLE_ENDIAN));
        bytes.position(start + ENTRY_BYTES + nameBytes + extraBytes + commentBytes);
        return new Part(
                new String(name, StandardCharsets.UTF_8),
                (bytes.getShort(start + 8) & 1) != 0,
                Short.toUnsignedInt(bytes.getShort(start + 10)),
                sizes[1],
                sizes[0],
                sizes[2]);
    }

    /** Sizes beyond four gigabytes, or of a writer that did not know them in time, stand behind the name. */
    private static void enlarge(long[] sizes, ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            boolean isLarge = extra.getShort() == 1;
            int length = Short.toUnsignedInt(extra.getShort());
            must(length <= extra.remaining());
            int next = extra.position() + length;
            for (int i = 0; isLarge && i < sizes.length; i++) {
                if (sizes[i] == IS_LARGE && next - extra.position() >= Long.BYTES) {
                    sizes[i] = extra.getLong();
                    must(sizes[i] >= 0);
                }
            }
            extra.position(next);
        }
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        must(at >= 0 && length >= 0 && at <= file.size() - length);
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.position(at);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    private static void must(boolean holds) {
        if (!holds) {
            throw damaged();
        }
    }

    private static UnreadableFile damaged() {
        return new UnreadableFile(TabularProblem.DAMAGED, Map.of("part", "zip"));
    }
}
