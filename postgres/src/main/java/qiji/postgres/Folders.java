package qiji.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What {@link Files} lacks for folders that must survive a crash. */
final class Folders {
    private Folders() {}

    /** With its missing parents, and with just these {@code permissions}, whatever the user's mask is. */
    static void create(@Nullable Path folder, String permissions) throws IOException {
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        create(folder.toAbsolutePath().getParent(), permissions);
        try {
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) { // otherwise another process was faster
                throw e;
            }
        }
    }

    /** Puts {@code draft} in the place of {@code target}, at once and for good. */
    static void replace(Path draft, Path target) throws IOException {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var parent = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var content = Files.walk(folder)) {
            for (var path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
