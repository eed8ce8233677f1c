package qiji.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Server processes left behind by a killed program. They are known by their working folder, which is the data folder:
 * the process number in {@code postmaster.pid} may belong to somebody else by now (in containers it usually does).
 */
final class Orphans {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Orphans() {}

    /** Only the holder of the home's lock may call this: then every process found is an orphan. */
    static void stop(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        var orphans = processesIn(data.toRealPath());
        // The head of a family shuts all of it down; those whose head was killed end by themselves.
        orphans.stream().filter(it -> !hasParentIn(orphans, it)).forEach(it -> Signals.send("INT", it.pid()));
        if (!endWithin(PATIENCE, orphans)) {
            orphans.forEach(it -> Signals.send("KILL", it.pid()));
            if (!endWithin(PATIENCE, orphans)) {
                throw new PostgresFailed(
                        "An earlier database server of %s does not stop: end process %d, then start again."
                                .formatted(data, orphans.getFirst().pid()));
            }
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    static List<ProcessHandle> processesIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(it -> workingFolder(it.pid()).filter(folder::equals).isPresent())
                .toList();
    }

    private static boolean hasParentIn(List<ProcessHandle> family, ProcessHandle process) {
        return process.parent().filter(family::contains).isPresent();
    }

    private static boolean endWithin(Duration patience, List<ProcessHandle> processes) {
        var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(ends)
                .thenApply(_ -> true)
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static Optional<Path> workingFolder(long pid) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")));
        } catch (IOException e) {
            return Optional.empty(); // it ended meanwhile, or is another user's
        }
    }
}
