package qiji.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The big list of naughty strings. Skips the test visibly where it is absent; in CI it must be there. */
public final class NaughtyStrings {
    private NaughtyStrings() {}

    public static List<String> all() throws IOException {
        Path file = RealData.file("import/naughty-strings/blns.json");
        return List.of(JsonMapper.shared().readValue(Files.readString(file), String[].class));
    }
}
