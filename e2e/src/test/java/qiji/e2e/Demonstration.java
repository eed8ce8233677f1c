package qiji.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A running demonstration: one for all journeys that look at it, since filling it takes the longest. X9 */
final class Demonstration implements AutoCloseable {
    private final Path data;
    private final RunningQiji qiji;

    private Demonstration() {
        try {
            data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "demo-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        qiji = RunningQiji.start(data, Map.of(), "--demo");
    }

    /** Gives it to whoever asks for one by a parameter, and ends it after all of them. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Demonstration.class;
        }

        @Override
        public Demonstration resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Demonstration.class))
                    .computeIfAbsent(Demonstration.class, _ -> new Demonstration(), Demonstration.class);
        }
    }

    /** Somebody to sign in as. */
    record Account(String username, String password) {}

    /** The account that the start has printed for a role. */
    Account account(String role) {
        return qiji.output()
                .lines()
                .filter(line -> line.strip().startsWith(role + " "))
                .map(line -> line.strip().split("\\s+"))
                .map(words -> new Account(words[words.length - 2], words[words.length - 1]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No account for " + role + ":\n" + qiji.output()));
    }

    Client client(String role) throws IOException, InterruptedException {
        Account account = account(role);
        return Client.signIn(qiji.address(), account.username(), account.password());
    }

    String address() {
        return qiji.address();
    }

    Path data() {
        return data;
    }

    @Override
    public void close() {
        qiji.close();
        delete(data);
    }

    private static void delete(Path folder) {
        try (var content = Files.walk(folder)) {
            for (Path path : content.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
