package qiji.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Commands of the packaged program, each in a process of its own, as the launcher starts them. */
final class Program {
    private static final Path JAR =
            Path.of("../app/target/qiji.jar").toAbsolutePath().normalize();
    private static final int LONGEST_RUN_SECONDS = 120;

    private Program() {}

    /** How a command ended and what it said. */
    record Outcome(int status, String out, String err) {
        /** Refused with this sentence and nothing else: no stack trace, no second complaint. */
        void refuses(String sentence) {
            assertThat(err.strip()).isEqualTo(sentence);
            assertThat(status).isEqualTo(1);
        }

        /** As {@link #refuses}, where only a part of the sentence is known. */
        void refusesWith(String part) {
            assertThat(err.strip()).contains(part).hasLineCount(1);
            assertThat(status).isEqualTo(1);
        }

        Outcome succeeds() {
            assertThat(err).isEmpty();
            assertThat(status).isZero();
            return this;
        }
    }

    /** Runs a command to its end on a free port. */
    static Outcome run(Path data, Map<String, String> settings, String... words) {
        try {
            Process process =
                    builder(data, freePort(), settings, List.of(words)).start();
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
            if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new IllegalStateException("It does not end: " + out.join() + err.join());
            }
            return new Outcome(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Settings given win over {@code data} and {@code port}. */
    static ProcessBuilder builder(Path data, int port, Map<String, String> settings, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-jar",
                JAR.toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("QIJI_"));
        builder.environment().put("QIJI_DATA", data.toAbsolutePath().toString());
        builder.environment().put("QIJI_PORT", Integer.toString(port));
        builder.environment().putAll(settings);
        return builder;
    }

    /** Processes of a database server that works in {@code data}: they are known by their working folder. */
    static List<Long> serversIn(Path data) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> workingFolder(pid).startsWith(data.toAbsolutePath()))
                .toList();
    }

    private static Path workingFolder(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"));
        } catch (IOException goneOrForeign) {
            return Path.of("/");
        }
    }

    static List<String> namesIn(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
