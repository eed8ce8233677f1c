package qiji.platform.tabular;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The archive that an xlsx file is. Refuses bombs by its directory first and by what really comes out while reading. */
final class WorkbookZip implements AutoCloseable {
    private static final int END_RECORD_BYTES = 22;
    private static final int MAX_COMMENT_BYTES = 65_535;
    private static final int END_RECORD_MARK = 0x06054b50;
    private static final int DIRECTORY_BYTES_PER_PART = 400;

    private final ZipFile zip;
    private final Limits limits;

    private WorkbookZip(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static WorkbookZip open(Path path, Limits limits) throws IOException {
        checkDirectorySize(path, limits);
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new UnreadableFile(TabularProblem.DAMAGED, Map.of("part", "zip"));
        }
        return Closing.ifRefused(zip, () -> {
            checkParts(zip, limits);
            return new WorkbookZip(zip, limits);
        });
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** The unpacked bytes of a part. Reading them throws BOMB beyond the limits. */
    InputStream open(String part) throws IOException {
        var entry = zip.getEntry(part);
        if (entry == null) {
            throw new FileNotFoundException(part);
        }
        try {
            return new BoundedStream(zip.getInputStream(entry), entry, limits.partBytes());
        } catch (ZipException e) {
            throw new UnreadableFile(TabularProblem.PASSWORD_PROTECTED);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Opening an archive reads its whole directory into memory, so its size is looked at before. */
    private static void checkDirectorySize(Path path, Limits limits) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_RECORD_BYTES + MAX_COMMENT_BYTES);
            var tail = new byte[length];
            file.seek(file.length() - length);
            file.readFully(tail);
            var buffer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = length - END_RECORD_BYTES; at >= 0; at--) {
                if (buffer.getInt(at) == END_RECORD_MARK) {
                    int parts = Short.toUnsignedInt(buffer.getShort(at + 10));
                    long bytes = Integer.toUnsignedLong(buffer.getInt(at + 12));
                    if (parts > limits.partCount() || bytes > (long) limits.partCount() * DIRECTORY_BYTES_PER_PART) {
                        throw bomb("zip");
                    }
                    return;
                }
            }
        }
        throw new UnreadableFile(TabularProblem.DAMAGED, Map.of("part", "zip"));
    }

    private static void checkParts(ZipFile zip, Limits limits) {
        if (zip.size() > limits.partCount()) {
            throw bomb("zip");
        }
        long total = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            total += Math.max(0, entry.getSize());
            if (total > 2 * limits.partBytes()) {
                throw bomb(entry.getName());
            }
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

        BoundedStream(InputStream in, ZipEntry entry, long partBytes) {
            this.in = in;
            this.part = entry.getName();
            this.limit = Math.min(partBytes, Math.max(ANY_RATIO_BYTES, MAX_RATIO * entry.getCompressedSize()));
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
