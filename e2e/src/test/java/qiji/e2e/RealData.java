package qiji.e2e;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with real data beside the project. Journeys over it skip where it is absent, but not in CI. */
final class RealData {
    private RealData() {}

    static Path folder(String name) {
        Path above = Path.of("").toAbsolutePath();
        while (above != null && !Files.exists(above.resolve("shared/data"))) {
            above = above.getParent();
        }
        String configured = System.getProperty("qiji.test-data", System.getenv("QIJI_TEST_DATA"));
        Path root = configured != null ? Path.of(configured) : above == null ? null : above.resolve("shared/data");
        if (root == null || !Files.exists(root.resolve(name))) {
            if ("true".equals(System.getenv("CI"))) {
                fail("The real data must be there in CI: " + name);
            }
            return abort("No real data here: " + name);
        }
        return root.resolve(name);
    }
}
