package qiji.postgres;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The throw-away server that everything in one JVM shares: a build step, a run of tests. */
public final class ThrowAwayPostgres {
    /** Names a folder of other binaries, to run builds and tests on another version of PostgreSQL. */
    public static final String BINARIES_PROPERTY = "qiji.postgres.binaries";

    private static @Nullable EmbeddedPostgres shared;

    private ThrowAwayPostgres() {}

    /**
     * Started at the first call, on the first folder {@code parent/postgres-1}, {@code -2}, … that no other JVM uses;
     * never closed, since it ends with the JVM. Its files stay for the next run, which then starts in 0.3 s.
     */
    public static synchronized EmbeddedPostgres in(Path parent) {
        for (int number = 1; shared == null; number++) {
            try {
                shared = startOrBeginAnew(parent.resolve("postgres-" + number));
            } catch (AlreadyRunning e) {
                continue;
            }
        }
        return shared;
    }

    /** Files that a crash of the machine broke, or that another version made, are worth nothing here. */
    private static EmbeddedPostgres startOrBeginAnew(Path home) {
        try {
            return start(home);
        } catch (AlreadyRunning e) {
            throw e;
        } catch (PostgresFailed e) {
            try {
                Folders.delete(home);
            } catch (IOException again) {
                e.addSuppressed(again);
                throw e;
            }
            return start(home);
        }
    }

    private static EmbeddedPostgres start(Path home) {
        var settings = Settings.throwAway(home);
        var binaries = System.getProperty(BINARIES_PROPERTY, "");
        return EmbeddedPostgres.start(binaries.isEmpty() ? settings : settings.withBinaries(Path.of(binaries)));
    }
}
