package qiji.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;

/** Tells files apart by a hash of what is in them, computed once: they do not change while the program runs. */
final class ContentTags {
    private static final Map<String, String> TAGS = new ConcurrentHashMap<>();

    private ContentTags() {}

    static String of(Resource file) {
        try {
            return TAGS.computeIfAbsent(file.getURL().toString(), _ -> hash(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Resource file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.getContentAsByteArray());
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
