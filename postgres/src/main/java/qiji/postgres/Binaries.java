package qiji.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL installation: the folder of its programs and its major version. */
record Binaries(Path folder, int major) {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /** Unpacks the bundled ones if no {@code folder} is given. */
    static Binaries in(@Nullable Path folder) throws IOException {
        return folder != null ? at(folder) : Bundle.unpack();
    }

    static Binaries at(Path folder) throws IOException {
        var postgres = folder.resolve("postgres");
        if (!Files.exists(postgres)) {
            throw new PostgresFailed(
                    "There is no PostgreSQL in %s: name the folder of its programs postgres and initdb."
                            .formatted(folder));
        }
        var process = new ProcessBuilder(postgres.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var version = VERSION.matcher(told);
        if (!version.find()) {
            throw new PostgresFailed(
                    "The PostgreSQL in %s does not run on this system (%s): use an external one, 15 or newer."
                            .formatted(folder, told.strip()));
        }
        return new Binaries(folder, Integer.parseInt(version.group(1)));
    }

    String initdb() {
        return folder.resolve("initdb").toString();
    }

    String postgres() {
        return folder.resolve("postgres").toString();
    }
}
