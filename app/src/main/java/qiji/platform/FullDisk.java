package qiji.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells that a failure comes from a disk without room: the database's (SQLSTATE 53100), or that of the data folder. */
public final class FullDisk {
    private static final String DATABASE = "53100";
    private static final Pattern SYSTEM = Pattern.compile("No space left on device|Disk quota exceeded");

    /** What the database takes at once for its log: with less it ends, and those who wait for it only see that. */
    private static final long LEAST_BYTES = 16L << 20;

    private FullDisk() {}

    /** Whether there is no room left to work in {@code folder}, whatever a failure says of itself. */
    public static boolean isAt(Path folder) {
        return Files.exists(folder) && isFull(folder.toFile().getUsableSpace());
    }

    static boolean isFull(long usableBytes) {
        return usableBytes < LEAST_BYTES;
    }

    public static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean here = switch (cause) {
                case SQLException refused -> DATABASE.equals(refused.getSQLState());
                case IOException broken ->
                    SYSTEM.matcher(String.valueOf(broken.getMessage())).find();
                default -> false;
            };
            if (here) {
                return true;
            }
        }
        return false;
    }
}
