package qiji.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps personal data unreadable at rest, yet to be found: sealed by AES-256-GCM, found by HMAC-SHA-256. What was
 * sealed or hashed for one purpose (e.g. {@code contact.phone}) means nothing for another. [B7]
 *
 * <p>The keys are made on first use in the file {@code keys/contact-data.keys} of the data folder, or given by {@code
 * QIJI_KEYS}: see {@link VaultKeys}. A sealed value: one byte form, four bytes key id, twelve bytes nonce, text and tag.
 */
@Component
public class Vault {
    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
    private static final byte FORM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int HEAD_BYTES = 1 + Integer.BYTES + NONCE_BYTES;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final DataFolder data;
    private final String given;
    private volatile @Nullable VaultKeys keys;

    Vault(DataFolder data, @Value("${qiji.keys:}") String given) {
        this.data = data;
        this.given = given;
    }

    /** That of the installation in the folder {@code data}, for who works on it without the application. */
    public static Vault at(Path data) {
        return new Vault(new DataFolder(data.toString()), System.getenv().getOrDefault("QIJI_KEYS", ""));
    }

    /** Two seals of the same text differ, so seal only what changed. */
    public byte[] seal(String purpose, String text) {
        VaultKeys keys = keys();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, key(keys, keys.current()), nonce)
                    .doFinal(text.getBytes(UTF_8));
            return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                    .put(FORM)
                    .putInt(keys.current())
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty if its key is not here, or it was altered: the log says so. */
    public Optional<String> open(String purpose, byte[] sealed) {
        if (sealed.length < HEAD_BYTES || sealed[0] != FORM) {
            LOG.error("A sealed {} has an unknown form", purpose);
            return Optional.empty();
        }
        ByteBuffer parts = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        byte[] key = keys().sealing().get(parts.getInt());
        if (key == null) {
            LOG.error("The key that sealed a {} is not among the keys of this installation", purpose);
            return Optional.empty();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] text = new byte[parts.get(nonce).remaining()];
        parts.get(text);
        try {
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, purpose, key, nonce).doFinal(text), UTF_8));
        } catch (GeneralSecurityException altered) {
            LOG.error("A sealed {} does not open: it was altered", purpose);
            return Optional.empty();
        }
    }

    /** Seals what is written to it into {@code out}; whole only when it is closed. */
    OutputStream sealing(String purpose, OutputStream out) throws IOException {
        VaultKeys keys = keys();
        byte[] key = key(keys, keys.current());
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        out.write(ByteBuffer.allocate(HEAD_BYTES)
                .put(FORM)
                .putInt(keys.current())
                .put(nonce)
                .array());
        return new SealedContent.Writer(
                out, (place, isLast) -> pieceCipher(Cipher.ENCRYPT_MODE, purpose, key, nonce, place, isLast));
    }

    /** What was sealed by {@link #sealing}. Throws IOException if its key is not here, or where it was altered. */
    SeekableByteChannel opening(String purpose, SeekableByteChannel sealed) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        while (head.hasRemaining() && sealed.read(head) >= 0) {}
        byte[] key = head.hasRemaining() || head.get(0) != FORM
                ? null
                : keys().sealing().get(head.getInt(1));
        if (key == null) {
            throw new IOException("The key that sealed a " + purpose + " is not among the keys of this installation");
        }
        byte[] nonce = Arrays.copyOfRange(head.array(), HEAD_BYTES - NONCE_BYTES, HEAD_BYTES);
        return new SealedContent.Reader(
                sealed,
                HEAD_BYTES,
                (place, isLast) -> pieceCipher(Cipher.DECRYPT_MODE, purpose, key, nonce, place, isLast));
    }

    /** Equal for equal text and purpose; tells nothing of the text to who has not the key. 32 bytes. */
    public byte[] hash(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys().hashing(), "HmacSHA256"));
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, String purpose, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(UTF_8));
        return cipher;
    }

    /** The place takes the end of the nonce; the purpose says what is the last piece, too. */
    private static Cipher pieceCipher(int mode, String purpose, byte[] key, byte[] nonce, int place, boolean isLast)
            throws GeneralSecurityException {
        byte[] own = ByteBuffer.wrap(nonce.clone())
                .putInt(NONCE_BYTES - Integer.BYTES, place)
                .array();
        return cipher(mode, purpose + (isLast ? "|last" : "|piece"), key, own);
    }

    private static byte[] key(VaultKeys keys, int id) {
        byte[] key = keys.sealing().get(id);
        if (key == null) {
            throw new IllegalStateException("no key " + id);
        }
        return key;
    }

    private VaultKeys keys() {
        VaultKeys loaded = keys;
        if (loaded == null) {
            loaded = given.isBlank()
                    ? VaultKeys.in(data.folder("keys").resolve("contact-data.keys"))
                    : VaultKeys.parse(given);
            keys = loaded;
        }
        return loaded;
    }
}
