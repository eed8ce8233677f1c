package qiji.platform.tabular;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import qiji.platform.tabular.TabularFile.Content;
import qiji.platform.tabular.ZipDirectory.Part;

/** The archive that an xlsx file is. Refuses bombs by its directory first and by what really comes out while reading. */
final class WorkbookZip implements AutoCloseable {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int BUFFER_BYTES = 32_768;

    private final SeekableByteChannel file;
    private final Map<String, Part> parts;
    private final Limits limits;

    private WorkbookZip(SeekableByteChannel file, Map<String, Part> parts, Limits limits) {
        this.file = file;
        this.parts = parts;
        this.limits = limits;
    }

    static WorkbookZip open(Content content, Limits limits) throws IOException {
        var file = content.open();
        return Closing.ifRefused(file, () -> {
            var parts = ZipDirectory.read(file, limits);
            checkSizes(parts, limits);
            return new WorkbookZip(file, parts, limits);
        });
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /** The unpacked bytes of a part. Reading them throws BOMB beyond the limits. */
    InputStream open(String name) throws IOException {
        var part = parts.get(name);
        if (part == null) {
            throw new FileNotFoundException(name);
        }
        if (part.locked()) {
            throw new UnreadableFile(TabularProblem.PASSWORD_PROTECTED);
        }
        return new BoundedStream(unpacked(part), part, limits.partBytes());
    }

    private InputStream unpacked(Part part) throws IOException {
        var packed = new PackedStream(file, ZipDirectory.contentOf(part, file), part.packed());
        return switch (part.method()) {
            case STORED -> packed;
            case DEFLATED ->
                new InflaterInputStream(packed, new Inflater(true), BUFFER_BYTES) {
                    @Override
                    public void close() throws IOException {
                        super.close();
                        inf.end(); // one that was handed in is not ended by itself
                    }
                };
            default -> throw new UnreadableFile(TabularProblem.DAMAGED, Map.of("part", part.name()));
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static void checkSizes(Map<String, Part> parts, Limits limits) {
        long total = 0;
        for (var part : parts.values()) {
            total += Math.min(part.bytes(), 2 * limits.partBytes() + 1);
            if (total > 2 * limits.partBytes()) {
                throw bomb(part.name());
            }
        }
    }

    /** The bytes of one part as they stand in the archive. Several may be read at once. */
    private static final class PackedStream extends InputStream {
        private final SeekableByteChannel file;
        private long at;
        private long left;

        PackedStream(SeekableByteChannel file, long at, long left) {
            this.file = file;
            this.at = at;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int n = file.position(at).read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)));
            at += Math.max(0, n);
            left -= Math.max(0, n);
            return n;
        }
    }

    private static UnreadableFile bomb(String part) {
        return new UnreadableFile(TabularProblem.BOMB, Map.of("part", part));
    }

    /** Counts what really comes out: what the directory says of a part may be a lie. */
    private static final class BoundedStream extends InputStream {
        /** Sheets of numbers shrink to a tenth or a thirtieth; only emptiness shrinks to less than this. */
        private static final int MAX_RATIO = 200;

        private static final long ANY_RATIO_BYTES = 16 * 1024 * 1024;

        private final InputStream in;
        private final String part;
        private final long limit;
        private long count;

        BoundedStream(InputStream in, Part part, long partBytes) {
            this.in = in;
            this.part = part.name();
            this.limit = Math.min(partBytes, Math.max(ANY_RATIO_BYTES, MAX_RATIO * part.packed()));
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            return b < 0 ? b : counted(1, b);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = in.read(bytes, offset, length);
            return n < 0 ? n : counted(n, n);
        }

        private int counted(int bytes, int result) {
            count += bytes;
            if (count > limit) {
                throw bomb(part);
            }
            return result;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
