package qiji.postgres;

import java.nio.file.Path;

/** Another program, or another part of this one, already uses the same home folder. */
public final class AlreadyRunning extends PostgresFailed {
    AlreadyRunning(Path home, String owner) {
        super("The database in %s is already in use by process %s: stop that one first, or choose another data folder."
                .formatted(home, owner));
    }
}
