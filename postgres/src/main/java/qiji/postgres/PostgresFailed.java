package qiji.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The embedded server cannot run. The message is one sentence for whoever started it: what is wrong, what to do. */
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
        var sentence = Symptom.in(told).map(it -> it.sentence(home)).orElseGet(() -> switch (cause) {
            case AccessDeniedException denied ->
                "Access to %s is denied: give its folder to the user who starts the program, or choose another folder."
                        .formatted(denied.getFile());
            case FileAlreadyExistsException file ->
                "There is a file where a folder is needed, %s: choose another folder.".formatted(file.getFile());
            default -> "The embedded database cannot use its files in %s: %s.".formatted(home, told);
        });
        return new PostgresFailed(sentence, cause);
    }

    /** What the last words and the exit status of an {@code initdb} or {@code postgres} mean. */
    static PostgresFailed because(Path home, String doing, int status, String output, Path log) {
        var sentence = Symptom.in(home, output).map(it -> it.sentence(home)).orElseGet(() -> {
            var why = Symptom.complaintIn(output).orElse(ended(status));
            return "PostgreSQL could not %s: %s (more in %s).".formatted(doing, why, log);
        });
        return new PostgresFailed(sentence);
    }

    private static String ended(int status) {
        return status > 128 ? "it was ended by signal " + (status - 128) : "it ended with status " + status;
    }
}
