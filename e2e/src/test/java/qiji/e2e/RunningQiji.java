package qiji.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The packaged application, started as a user starts it, in a data folder of its own. */
final class RunningQiji implements AutoCloseable {
    private static final String READY = "契机 is ready";
    private static final int LONGEST_START_SECONDS = 120;

    private final Process process;
    private final int port;
    private final List<String> output = new ArrayList<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private Thread listener = Thread.currentThread();

    private RunningQiji(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts on {@code data} with further settings, and returns when it is ready. */
    static RunningQiji start(Path data, Map<String, String> settings, String... arguments) {
        RunningQiji running = begin(data, settings, arguments);
        try {
            running.ready.get(LONGEST_START_SECONDS, TimeUnit.SECONDS);
            return running;
        } catch (InterruptedException | java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The application did not start", e);
        }
    }

    /** The same without waiting for it. */
    static RunningQiji begin(Path data, Map<String, String> settings, String... arguments) {
        int port = Program.freePort();
        List<String> words = new ArrayList<>(List.of("start"));
        words.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = Program.builder(data, port, settings, words).redirectErrorStream(true);
        try {
            Files.createDirectories(data);
            RunningQiji running = new RunningQiji(builder.start(), port);
            running.listen();
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What it has printed so far. */
    synchronized String output() {
        return String.join("\n", output);
    }

    /** Ends it as a power failure would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, as the system does when it shuts down. */
    void terminate() {
        process.destroy();
    }

    /** Its exit status, once it has ended and its last words are noted. */
    int end(int withinSeconds) throws InterruptedException {
        if (!process.waitFor(withinSeconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It still runs:\n" + output());
        }
        listener.join();
        return process.exitValue();
    }

    private void listen() {
        listener = Thread.ofVirtual().start(() -> {
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines().forEach(this::note);
            } catch (IOException | UncheckedIOException e) {
                note("The output ended: " + e.getMessage());
            }
            ready.completeExceptionally(new IllegalStateException("It ended:\n" + output()));
        });
    }

    private synchronized void note(String line) {
        output.add(line);
        if (line.startsWith(READY)) {
            ready.complete(null);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
