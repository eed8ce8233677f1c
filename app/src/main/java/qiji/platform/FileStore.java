package qiji.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Contents of files, each kept once under its SHA-256: {@code files/ab/cdef…} in the data folder. What it has taken is
 * on disk, whole. Nothing is ever overwritten or removed here; content that no row names (its transaction failed) is
 * harmless. [D1]
 */
@Component
public class FileStore {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final DataFolder data;

    FileStore(DataFolder data) {
        this.data = data;
    }

    /** What was taken in: {@code size} in bytes. */
    public record Stored(String sha256, long size) {}

    /** Streams {@code content} in while hashing it. Throws TOO_LARGE when it is longer than {@code limitBytes}. */
    public Stored put(InputStream content, long limitBytes) throws IOException {
        Path draft = Files.createTempFile(data.folder("files/incoming"), "", "", DataFolder.ownerOnly("rw-------"));
        try {
            MessageDigest digest = sha256();
            long size;
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                size = copy(new DigestInputStream(content, digest), out, limitBytes);
                channel.force(true);
            }
            String name = HexFormat.of().formatHex(digest.digest());
            keep(draft, name);
            return new Stored(name, size);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Where the content lies, to be read only. */
    public Path find(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return folder(sha256).resolve(sha256.substring(2));
    }

    private Path folder(String sha256) {
        return data.folder("files/" + sha256.substring(0, 2));
    }

    private void keep(Path draft, String name) throws IOException {
        Path place = find(name);
        if (!Files.exists(place)) {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder(name));
        }
    }

    private static long copy(InputStream in, OutputStream out, long limitBytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > limitBytes) {
                throw tooLarge(limitBytes);
            }
            out.write(buffer, 0, read);
        }
        return size;
    }

    private static Problem tooLarge(long limitBytes) {
        long megabytes = limitBytes >> 20;
        return new Problem(
                        CommonProblem.TOO_LARGE,
                        Words.of("文件超过 %s MB", "The file is larger than %s MB").with(megabytes))
                .with("limitBytes", limitBytes);
    }

    /** So that the name survives a power cut as well as the content. */
    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
