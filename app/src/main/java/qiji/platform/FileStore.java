package qiji.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Contents of files, each kept once under its SHA-256: {@code files/ab/cdef…} in the data folder; sealed ones under a
 * random name instead, which tells nothing of them. What it has taken is on disk, whole. Nothing is ever overwritten or removed here; content that no row names (its transaction failed) is
 * harmless. [D1]
 */
@Component
public class FileStore {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int NAME_BYTES = 32;
    private static final String PURPOSE = "file";

    private final DataFolder data;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    FileStore(DataFolder data, Vault vault) {
        this.data = data;
        this.vault = vault;
    }

    /** What was taken in: {@code name} is its SHA-256, or random if it is sealed; {@code size} in bytes as it came. */
    public record Stored(String name, long size) {}

    /** Streams {@code content} in while hashing it. Throws TOO_LARGE when it is longer than {@code limitBytes}. */
    public Stored put(InputStream content, long limitBytes) throws IOException {
        MessageDigest digest = sha256();
        return take(
                out -> copy(new DigestInputStream(content, digest), out, limitBytes),
                () -> HexFormat.of().formatHex(digest.digest()));
    }

    /** As {@link #put}, but nothing of it ever lies open on disk. To be read by {@link #openSealed}. [B7] */
    public Stored putSealed(InputStream content, long limitBytes) throws IOException {
        return take(
                out -> {
                    try (OutputStream sealing = vault.sealing(PURPOSE, out)) {
                        return copy(content, sealing, limitBytes);
                    }
                },
                this::randomName);
    }

    /** Throws IOException, also while reading, if this installation has not the key, or the content was altered. */
    public SeekableByteChannel openSealed(String name) throws IOException {
        SeekableByteChannel file = Files.newByteChannel(find(name));
        try {
            return vault.opening(PURPOSE, file);
        } catch (IOException | RuntimeException cannot) {
            file.close();
            throw cannot;
        }
    }

    /** Where the content lies, to be read only. */
    public Path find(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a content: " + name);
        }
        return folder(name).resolve(name.substring(2));
    }

    private interface Writing {
        /** How many bytes came. */
        long to(OutputStream out) throws IOException;
    }

    private Stored take(Writing content, Supplier<String> nameOf) throws IOException {
        Path draft = Files.createTempFile(data.folder("files/incoming"), "", "", DataFolder.ownerOnly("rw-------"));
        try {
            long size;
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                size = content.to(out);
                channel.force(true);
            }
            String name = nameOf.get();
            keep(draft, name);
            return new Stored(name, size);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private String randomName() {
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }

    private Path folder(String name) {
        return data.folder("files/" + name.substring(0, 2));
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
