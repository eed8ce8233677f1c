package qiji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTests {
    @Test
    void readsOnceWhatItKeeps() {
        AtomicInteger reads = new AtomicInteger();
        Kept<String, Integer> kept = Kept.forGood(10, _ -> reads.incrementAndGet());
        assertThat(kept.get("a")).isEqualTo(1);
        assertThat(kept.get("a")).isEqualTo(1);
        kept.forget();
        assertThat(kept.get("a")).isEqualTo(2);
    }

    @Test
    void keepsNothingThatWasBegunBeforeItWasForgotten() {
        AtomicInteger now = new AtomicInteger(1);
        Kept<String, Integer>[] self = new Kept[1];
        self[0] = Kept.lasting(Duration.ofHours(1), 10, _ -> {
            int read = now.get();
            if (read == 1) {
                now.set(2);
                self[0].forget();
            }
            return read;
        });
        assertThat(self[0].get("a")).isEqualTo(1);
        assertThat(self[0].get("a")).isEqualTo(2);
    }

    /** One connection, as when all others are taken: its holder must not wait for the reader that waits for it. */
    @Test
    void letsNobodyWaitForAnotherWhoReads() throws Exception {
        Semaphore connections = new Semaphore(1);
        CountDownLatch reading = new CountDownLatch(1);
        ThreadLocal<Boolean> holds = ThreadLocal.withInitial(() -> false);
        Kept<String, String> kept = Kept.lasting(Duration.ofHours(1), 10, _ -> {
            reading.countDown();
            if (!holds.get()) {
                connections.acquireUninterruptibly();
                connections.release();
            }
            return "read";
        });
        try (var threads = Executors.newFixedThreadPool(2)) {
            connections.acquire();
            var waiting = threads.submit(() -> kept.get("a"));
            reading.await();
            var holding = threads.submit(() -> {
                holds.set(true);
                String found = kept.get("a");
                connections.release();
                return found;
            });
            assertThat(holding.get(20, TimeUnit.SECONDS)).isEqualTo("read");
            assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo("read");
        }
    }
}
