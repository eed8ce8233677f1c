package qiji.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A trouble that people can mend themselves, known by the words that the system or the server has for it. */
enum Symptom {
    DISK_FULL(
            "No space left on device|Disk quota exceeded",
            "The disk that holds %s is full: free some space and start again; nothing that was confirmed is lost."),
    READ_ONLY("Read-only file system", "The disk that holds %s is read-only: choose a folder on a writable disk."),
    NO_MEMORY(
            "Cannot allocate memory|could not (create|map|resize|allocate) .*shared memory",
            "There is not enough memory for the database in %s: free some, or lower its shared_buffers setting."),
    FOREIGN_OWNER(
            "wrong ownership",
            "The database in %s belongs to another user: start the program as that user, or give the folder to this one."),
    NOT_RUNNABLE(
            "error while loading shared libraries|GLIBC|Exec format error",
            "The bundled PostgreSQL for %s does not run on this system: use an external PostgreSQL, version 15 or newer."),
    DAMAGED(
            "PANIC: .*(checkpoint|control file)|invalid data in file|is not a valid data directory",
            "The database files in %s are damaged: restore the latest backup into an empty folder.");

    private static final List<String> LOUDEST_FIRST = List.of("PANIC:", "FATAL:", "error:", "ERROR:");

    private final Pattern words;
    private final String sentence;

    Symptom(String words, String sentence) {
        this.words = Pattern.compile(words);
        this.sentence = sentence;
    }

    String sentence(Path home) {
        return sentence.formatted(home);
    }

    static @Nullable Symptom in(String output) {
        for (var symptom : values()) {
            if (symptom.words.matcher(output).find()) {
                return symptom;
            }
        }
        return null;
    }

    /** The one line that says most, without its time stamp. */
    static String mainLine(String output) {
        for (var level : LOUDEST_FIRST) {
            var line = output.lines().filter(it -> it.contains(level)).findFirst();
            if (line.isPresent()) {
                return line.get()
                        .substring(line.get().indexOf(level) + level.length())
                        .strip();
            }
        }
        return output.isBlank()
                ? "it said nothing"
                : output.strip().lines().toList().getLast().strip();
    }
}
