package qiji.platform;

import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * Content of any length, sealed piece by piece, so that it can be read from anywhere and is never whole in memory: a
 * head, then pieces of 64 KiB, each with its tag. Its place and whether it is the last are part of each seal: a piece that
 * was moved, altered or cut off does not open.
 */
final class SealedContent {
    static final int PIECE_BYTES = 1 << 16;
    private static final int TAG_BYTES = 16;

    private SealedContent() {}

    /** The cipher of the piece at {@code place}. */
    interface Pieces {
        Cipher cipher(int place, boolean isLast) throws GeneralSecurityException;
    }

    /** Seals what is written to it; whole when it is closed, and only then. What is below stays open. */
    static final class Writer extends FilterOutputStream {
        private final Pieces pieces;
        private final byte[] piece = new byte[PIECE_BYTES];
        private int length;
        private int place;
        private boolean isClosed;

        Writer(OutputStream out, Pieces pieces) {
            super(out);
            this.pieces = pieces;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            for (int done = 0; done < count; ) {
                if (length == PIECE_BYTES) {
                    seal(false);
                }
                int taken = Math.min(count - done, PIECE_BYTES - length);
                System.arraycopy(bytes, offset + done, piece, length, taken);
                length += taken;
                done += taken;
            }
        }

        private void seal(boolean isLast) throws IOException {
            try {
                out.write(pieces.cipher(place++, isLast).doFinal(piece, 0, length));
                length = 0;
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void close() throws IOException {
            if (!isClosed) {
                isClosed = true;
                seal(true);
                flush();
            }
        }
    }

    /** Opens one piece at a time. Throws IOException for one that does not open. */
    static final class Reader implements SeekableByteChannel {
        private final SeekableByteChannel sealed;
        private final int head;
        private final Pieces pieces;
        private final int count;
        private final long size;
        private byte[] piece = new byte[0];
        private int place = -1;
        private long position;

        Reader(SeekableByteChannel sealed, int head, Pieces pieces) throws IOException {
            this.sealed = sealed;
            this.head = head;
            this.pieces = pieces;
            long bytes = sealed.size() - head;
            this.count = (int) Math.ceilDiv(bytes, PIECE_BYTES + TAG_BYTES);
            this.size = bytes - (long) count * TAG_BYTES;
            if (count == 0) {
                throw new EOFException();
            }
            open(count - 1); // what was cut off shows at its end
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (position >= size) {
                return -1;
            }
            int wanted = (int) (position / PIECE_BYTES);
            if (wanted != place) {
                open(wanted);
            }
            int from = (int) (position % PIECE_BYTES);
            int taken = Math.min(into.remaining(), piece.length - from);
            into.put(piece, from, taken);
            position += taken;
            return taken;
        }

        private void open(int wanted) throws IOException {
            long at = head + (long) wanted * (PIECE_BYTES + TAG_BYTES);
            var bytes = ByteBuffer.allocate((int) Math.clamp(sealed.size() - at, 0, PIECE_BYTES + TAG_BYTES));
            sealed.position(at);
            while (bytes.hasRemaining()) {
                if (sealed.read(bytes) < 0) {
                    throw new EOFException();
                }
            }
            try {
                var opened = pieces.cipher(wanted, wanted == count - 1).doFinal(bytes.array());
                Arrays.fill(piece, (byte) 0);
                piece = opened;
                place = wanted;
            } catch (GeneralSecurityException altered) {
                throw new IOException("Sealed content does not open: it was altered", altered);
            }
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long at) {
            position = at;
            return this;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long at) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return sealed.isOpen();
        }

        @Override
        public void close() throws IOException {
            sealed.close();
        }
    }
}
