package qiji.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.json.JsonMapper;

/**
 * The big list of naughty strings, from the shared data folder beside the repository or where the environment variable
 * {@code QIJI_TEST_DATA} says. Skips the test visibly where that is absent; in CI it must be there.
 */
public final class NaughtyStrings {
    private NaughtyStrings() {}

    public static List<String> all() throws IOException {
        String given = System.getenv("QIJI_TEST_DATA");
        Path data = given == null ? Path.of("../../shared/data") : Path.of(given);
        Path file = data.resolve("import/naughty-strings/blns.json");
        Assumptions.assumeTrue(
                Files.exists(file) || "true".equals(System.getenv("CI")), () -> "no shared data in " + data);
        return List.of(JsonMapper.shared().readValue(Files.readString(file), String[].class));
    }
}
