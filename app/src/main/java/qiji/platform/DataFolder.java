package qiji.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder where this installation keeps what is not in the database. Only its owner may look in. */
@Component
public class DataFolder {
    private final Path root;

    DataFolder(@Value("${qiji.data:./data}") String root) {
        this.root = Path.of(root).toAbsolutePath().normalize();
    }

    /** The folder {@code name} within it, made if it is not there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name), ownerOnly("rwx------"));
        } catch (IOException cannot) {
            throw new UncheckedIOException("Cannot make the folder " + root.resolve(name), cannot);
        }
    }

    /** What keeps others out, where the file system knows permissions. */
    static FileAttribute<?>[] ownerOnly(String permissions) {
        return Path.of("/").getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
