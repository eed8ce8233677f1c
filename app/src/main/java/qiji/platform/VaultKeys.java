package qiji.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the {@link Vault}. As text: lines (or parts between semicolons) {@code seal=<base64>} and {@code
 * hash=<base64>}, 32 bytes each. The first {@code seal} key seals, the others only open what they once sealed: to
 * rotate, put a new line on top. The {@code hash} key cannot rotate: what is found by it would be lost.
 */
record VaultKeys(Map<Integer, byte[]> sealing, int current, byte[] hashing) {
    private static final int BYTES = 32;

    static VaultKeys parse(String text) {
        Map<Integer, byte[]> sealing = new LinkedHashMap<>();
        byte @Nullable [] hashing = null;
        for (String part : text.split("[;\\n]")) {
            String line = part.strip();
            if (line.startsWith("seal=")) {
                byte[] key = key(line);
                sealing.put(idOf(key), key);
            } else if (line.startsWith("hash=") && hashing == null) {
                hashing = key(line);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new IllegalStateException("The keys hold a line that is neither seal=… nor the one hash=…");
            }
        }
        if (sealing.isEmpty() || hashing == null) {
            throw new IllegalStateException("The keys need a line seal=… and a line hash=…");
        }
        return new VaultKeys(sealing, sealing.keySet().iterator().next(), hashing);
    }

    /** Those in {@code file}; if there is none, new ones are made and kept there for its owner alone. */
    static VaultKeys in(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file, fresh());
            }
            return parse(Files.readString(file));
        } catch (IOException cannot) {
            throw new UncheckedIOException("Cannot read the keys in " + file, cannot);
        }
    }

    static String fresh() {
        return "# Without these keys nobody can read contact data again: keep a copy apart from the database.\nseal="
                + random() + "\nhash=" + random() + "\n";
    }

    /** Known by its content, so that the key of another installation is never taken for this one's. */
    private static int idOf(byte[] key) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key))
                    .getInt();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] key(String line) {
        byte[] key = Base64.getDecoder().decode(line.substring(line.indexOf('=') + 1));
        if (key.length != BYTES) {
            throw new IllegalStateException("A key must have 32 bytes, in base64");
        }
        return key;
    }

    private static String random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Complete or not there; the first of two who begin at once wins. */
    private static void write(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), "keys", ".new", DataFolder.ownerOnly("rw-------"));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            channel.force(true);
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException lost) {
            return;
        } finally {
            Files.delete(draft);
        }
    }
}
