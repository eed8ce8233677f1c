package qiji.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether the application of a data folder runs, and its end. */
record Presence(Settings settings, Optional<DataFolder.Running> running) {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

    static Presence of(Settings settings) {
        return new Presence(settings, DataFolder.running(settings.data()));
    }

    /** Prints one line; throws {@link Refused} if it does not run, so that scripts can ask. */
    void tell() {
        DataFolder.Running now = running.orElseThrow(this::absent);
        System.out.printf(
                "契机 runs as process %d on port %d with the data in %s.%n", now.pid(), now.port(), settings.data());
    }

    /** Asks it to stop and waits until it has. */
    void stop() {
        DataFolder.Running now = running.orElseThrow(this::absent);
        ProcessHandle process = ProcessHandle.of(now.pid()).orElseThrow(this::absent);
        process.destroy();
        try {
            process.onExit().get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
            System.out.println("Stopped.");
        } catch (TimeoutException e) {
            throw new Refused(
                    "Process %d has not stopped within %d seconds: look at %s."
                            .formatted(
                                    now.pid(),
                                    LONGEST_STOP.toSeconds(),
                                    settings.data().resolve("logs")),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Refused absent() {
        return new Refused("契机 does not run on %s.".formatted(settings.data()));
    }
}
