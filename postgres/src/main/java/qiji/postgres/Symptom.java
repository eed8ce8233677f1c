package qiji.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
    DAMAGED(
            "PANIC: .*(checkpoint|control file)|invalid data in file|are incompatible with server|incorrect checksum in control file",
            "The database files in %s are damaged: restore the latest backup into an empty folder.");

    /** What a server says to a client that comes too early or too late is no symptom. */
    private static final Pattern SMALL_TALK = Pattern.compile("the database system is|terminating connection");

    private static final long FULL_BYTES = 1_000_000;

    private final Pattern words;
    private final String sentence;

    Symptom(String words, String sentence) {
        this.words = Pattern.compile(words);
        this.sentence = sentence;
    }

    String sentence(Path home) {
        return sentence.formatted(home);
    }

    /** What the output of a program that worked in {@code home} tells; on a full disk that may be nothing. */
    static Optional<Symptom> in(Path home, String output) {
        return in(output)
                .or(() -> home.toFile().getUsableSpace() < FULL_BYTES ? Optional.of(DISK_FULL) : Optional.empty());
    }

    static Optional<Symptom> in(String output) {
        for (var symptom : values()) {
            if (symptom.words.matcher(output).find()) {
                return Optional.of(symptom);
            }
        }
        return Optional.empty();
    }

    /** The first line of the worst level, without level and time stamp. */
    static Optional<String> complaintIn(String output) {
        for (var level : List.of("PANIC:", "FATAL:", "error:")) {
            var line = output.lines()
                    .filter(it -> it.contains(level) && !SMALL_TALK.matcher(it).find())
                    .findFirst();
            if (line.isPresent()) {
                return line.map(
                        it -> it.substring(it.indexOf(level) + level.length()).strip());
            }
        }
        return Optional.empty();
    }
}
