package qiji.organization.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A random secret that says nothing by itself. Only its hash is kept, so who reads the database cannot use it. */
public record OpaqueToken(String value) {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static OpaqueToken fresh() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** SHA-256, without salt: it is found by it, and 256 random bits need none. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "•••";
    }
}
