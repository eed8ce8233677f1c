package qiji.bench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for: so many opportunities, measured so long, told to a file too; so many {@code minutes} of a crowd;
 * {@code only} is what the names of the measured hold.
 */
record Options(int size, @Nullable Path json, int warmUpSeconds, int rounds, int minutes, String only, Path data) {
    private static final String USAGE =
            "Type: ./qiji bench [--size N] [--json FILE] [--warm-up SECONDS] [--rounds N] [--minutes N] [--only TEXT]";

    /** So that a page 10,000 deep is there. */
    private static final int SMALLEST = 20_000;

    /** Throws IllegalArgumentException with what can be typed. */
    static Options of(String[] arguments) {
        int size = 100_000;
        int warmUp = 60;
        int rounds = 300;
        String only = "";
        int minutes = 2;
        @Nullable Path json = null;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(USAGE);
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--size" -> size = number(value);
                case "--warm-up" -> warmUp = number(value);
                case "--rounds" -> rounds = number(value);
                case "--only" -> only = value;
                case "--minutes" -> minutes = number(value);
                case "--json" -> json = Path.of(value).toAbsolutePath();
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        if (size < SMALLEST) {
            throw new IllegalArgumentException("A deep page needs a list: --size of at least " + SMALLEST);
        }
        return new Options(
                size, json, warmUp, rounds, minutes, only, Path.of("data-bench").toAbsolutePath());
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,8}")) {
            throw new IllegalArgumentException(USAGE);
        }
        return Integer.parseInt(text);
    }
}
