package qiji.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks ten times a second how much memory a process holds, and remembers the most. */
final class MemoryWatch implements AutoCloseable {
    private static final long EACH_MS = 100;

    private final Server server;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private volatile double peakMb;

    private MemoryWatch(Server server) throws IOException {
        this.server = server;
        this.peakMb = server.residentMb();
        this.thread = Thread.ofPlatform().daemon().unstarted(this::watch);
    }

    static MemoryWatch over(Server server) throws IOException {
        MemoryWatch watch = new MemoryWatch(server);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            do {
                peakMb = Math.max(peakMb, server.residentMb());
            } while (!over.await(EACH_MS, TimeUnit.MILLISECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    double peakMb() {
        return peakMb;
    }

    @Override
    public void close() {
        over.countDown();
    }
}
