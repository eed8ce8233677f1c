package qiji.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sole right to a home folder. The system takes it back when the process ends, however it ends. */
final class HomeLock implements AutoCloseable {
    /**
     * What this process holds. POSIX drops a process's lock as soon as it closes <em>any</em> handle of the file, so
     * within one process nobody may even open it a second time.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel file;

    private HomeLock(Path home, FileChannel file) {
        this.home = home;
        this.file = file;
    }

    /** Throws {@link AlreadyRunning}. */
    static HomeLock take(Path folder) throws IOException {
        var home = folder.toRealPath();
        var me = Long.toString(ProcessHandle.current().pid());
        if (!HELD.add(home)) {
            throw new AlreadyRunning(folder, me);
        }
        try {
            return new HomeLock(home, lock(home.resolve("lock"), folder, me));
        } catch (IOException | RuntimeException e) {
            HELD.remove(home);
            throw e;
        }
    }

    private static FileChannel lock(Path path, Path folder, String me) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() == null) {
                throw new AlreadyRunning(folder, Files.readString(path).strip());
            }
            file.truncate(0).write(ByteBuffer.wrap(me.getBytes(StandardCharsets.US_ASCII)));
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        HELD.remove(home);
    }
}
