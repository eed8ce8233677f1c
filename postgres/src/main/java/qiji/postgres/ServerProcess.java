package qiji.postgres;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A running {@code postgres}. */
final class ServerProcess {
    private static final long LOG_LIMIT_BYTES = 5_000_000;
    private static final long LAST_WORDS_BYTES = 10_000;
    private static final int STOP_SECONDS = 60;

    private final Cluster cluster;
    private final Path log;
    private final long logStart;
    private final int port;
    private final Process process;
    private final CompletableFuture<PostgresFailed> failure = new CompletableFuture<>();
    private volatile boolean stopping;

    static ServerProcess start(Cluster cluster, Settings settings) throws IOException {
        var log = cluster.home().resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ServerProcess(cluster, settings, log);
    }

    private ServerProcess(Cluster cluster, Settings settings, Path log) throws IOException {
        this.cluster = cluster;
        this.log = log;
        this.logStart = Files.exists(log) ? Files.size(log) : 0;
        this.port = freePort();
        this.process = fork(builder(settings));
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the reason when the server ends although nobody stopped it. */
    CompletableFuture<PostgresFailed> failure() {
        return failure;
    }

    /** Why it ended, by its exit status and its last words. */
    PostgresFailed reason(String doing) {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(Math.max(logStart, Files.size(log) - LAST_WORDS_BYTES));
            var lastWords = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return PostgresFailed.because(
                    cluster.home(), doing, process.onExit().join().exitValue(), lastWords, log);
        } catch (IOException e) {
            return PostgresFailed.because(cluster.home(), e);
        }
    }

    /** Rolls back what is open, writes everything down, ends. */
    void stop() {
        stopping = true;
        for (var signal : List.of("INT", "QUIT", "KILL")) {
            if (process.isAlive()) {
                Signals.send(signal, process.pid());
                process.onExit()
                        .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                        .join();
            }
        }
    }

    private ProcessBuilder builder(Settings settings) {
        var command = new ArrayList<>(List.of(cluster.binaries().postgres(), "-D", Cluster.WORKING_FOLDER));
        settings.forServerOn(port).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        var builder = new ProcessBuilder(cluster.user().wrap(command))
                .directory(cluster.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** The system stops the server when the thread that forked it ends, so that thread lives exactly as long. */
    private Process fork(ProcessBuilder builder) throws IOException {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("postgres-parent").start(() -> {
            try {
                var child = builder.start();
                started.complete(child);
                child.onExit().join();
                if (!stopping) {
                    failure.complete(reason("go on"));
                }
            } catch (IOException e) {
                started.completeExceptionally(e);
            }
        });
        try {
            return started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** Below those that the system gives to outgoing connections, lest one of them takes it before the server does. */
    private static int freePort() throws IOException {
        for (int tries = 1; ; tries++) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 30_000);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                if (tries == 100) {
                    throw e;
                }
            }
        }
    }
}
