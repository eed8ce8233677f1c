package qiji.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with real data beside the project. Tests over it skip where it is absent, but not in CI. */
public final class RealData {
    private RealData() {}

    public static Path file(String name) {
        var found = Path.of("").toAbsolutePath();
        while (found != null && !Files.exists(found.resolve("shared/data"))) {
            found = found.getParent();
        }
        var configured = System.getProperty("qiji.test-data", System.getenv("QIJI_TEST_DATA"));
        var root = configured != null ? Path.of(configured) : found == null ? null : found.resolve("shared/data");
        if (root == null || !Files.exists(root.resolve(name))) {
            if ("true".equals(System.getenv("CI"))) {
                fail("The real data must be there in CI: " + name);
            }
            return abort("No real data here: " + name);
        }
        return root.resolve(name);
    }
}
