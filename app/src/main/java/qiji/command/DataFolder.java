package qiji.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiji.platform.FullDisk;

/** The folder where everything of one installation lies. One running application holds it. */
final class DataFolder implements AutoCloseable {
    private static final String RUNNING = "running";
    private static final String LOCK = "lock";
    /** Its logs, like all in it, tell of customers. */
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final @Nullable FileChannel lock;

    private DataFolder(Path folder, @Nullable FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** What runs on a folder: its process and port. */
    record Running(long pid, int port) {
        boolean isAlive() {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
    }

    /** Holds {@code folder} until closed. Throws {@link Refused} if it cannot be written or another one runs on it. */
    static DataFolder hold(Path folder, int port) {
        try {
            Files.createDirectories(folder, OWNER_ONLY);
            FileChannel channel = FileChannel.open(
                    folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            if (!taken(channel)) {
                channel.close();
                throw new Refused(
                        "契机 already runs on %s%s: stop it with ./qiji stop, or set QIJI_DATA to another folder."
                                .formatted(
                                        folder,
                                        running(folder)
                                                .map(it -> " (process " + it.pid() + ")")
                                                .orElse("")));
            }
            Path note = folder.resolve(RUNNING);
            Files.writeString(note, ProcessHandle.current().pid() + " " + port);
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The application that runs on {@code folder} now, if one does. */
    static Optional<Running> running(Path folder) {
        try {
            String[] note = Files.readString(folder.resolve(RUNNING)).strip().split(" ", -1);
            Running running = new Running(Long.parseLong(note[0]), Integer.parseInt(note[1]));
            return running.isAlive() && isHeld(folder) ? Optional.of(running) : Optional.empty();
        } catch (NoSuchFileException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** Its number may have gone to another process: only the lock tells that it still runs. */
    private static boolean isHeld(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return !taken(channel);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Throws {@link Refused} unless {@code folder} is absent or empty. */
    static void mustBeEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.anyMatch(path -> !isOurs(path))) {
                throw new Refused("%s is not empty: set QIJI_DATA to a new folder to restore into.".formatted(folder));
            }
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    /** Of this class: they say who holds the folder, and nothing is lost with them. */
    private static boolean isOurs(Path path) {
        return path.endsWith(LOCK) || path.endsWith(RUNNING);
    }

    /** Makes it empty again, after work in it that failed half way. */
    void clear() {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder) && !isOurs(path)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    static Refused unusable(Path folder, IOException cause) {
        if (FullDisk.isCauseOf(cause)) {
            return full(folder, cause);
        }
        return new Refused(
                "The data folder %s cannot be written: give it to the user who starts the program, or set QIJI_DATA to another."
                        .formatted(folder),
                cause);
    }

    static Refused full(Path folder, Throwable cause) {
        return new Refused(
                "The disk that holds %s is full: free some space and start again; nothing that was confirmed is lost."
                        .formatted(folder),
                cause);
    }

    @Override
    public void close() {
        if (lock == null || !lock.isOpen()) {
            return;
        }
        try (lock) {
            Files.deleteIfExists(folder.resolve(RUNNING));
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }
}
