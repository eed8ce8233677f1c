package qiji.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords of 192 random bits, each in a file that only its owner can read. */
final class Secrets {
    private Secrets() {}

    static String readOrCreate(Path file) throws IOException {
        return Files.exists(file) ? read(file) : create(file);
    }

    static String read(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    static String create(Path file) throws IOException {
        var bits = new byte[24];
        new SecureRandom().nextBytes(bits);
        var secret = HexFormat.of().formatHex(bits);
        write(file, secret);
        return secret;
    }

    /** Whole or not at all, and never readable by others in between. */
    static void write(Path file, String content) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, content);
        Folders.replace(draft, file);
    }
}
