package qiji.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The embedded server cannot run. The message is one sentence for the person who started it: what is wrong, what to do. */
public class PostgresFailed extends RuntimeException {
    PostgresFailed(String sentence) {
        super(sentence);
    }

    PostgresFailed(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** What a failed access to a file of {@code home} means. */
    static PostgresFailed because(Path home, IOException cause) {
        var told = String.valueOf(cause.getMessage());
        var known = Symptom.in(told);
        if (known != null) {
            return new PostgresFailed(known.sentence(home), cause);
        }
        if (cause instanceof AccessDeniedException denied) {
            return new PostgresFailed(
                    "Access to %s is denied: give its folder to the user who starts the program, or choose another folder."
                            .formatted(denied.getFile()),
                    cause);
        }
        var file = cause instanceof FileSystemException ? "" : " in " + home;
        return new PostgresFailed("The embedded database cannot use its files%s: %s.".formatted(file, told), cause);
    }

    /** What the last words of a failed {@code initdb} or {@code postgres} mean. */
    static PostgresFailed because(Path home, String doing, String output, Path log) {
        var known = Symptom.in(output);
        return new PostgresFailed(
                known != null
                        ? known.sentence(home)
                        : "PostgreSQL could not %s: %s (more in %s).".formatted(doing, Symptom.mainLine(output), log));
    }
}
