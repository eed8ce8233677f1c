package qiji.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read in the database, kept for a while.
 *
 * <p>Nobody waits for another who reads the same: whoever holds a connection and waits for the one who fills the cache,
 * while that one waits for a connection, waits for ever as soon as there are as many of them as connections. Several may
 * therefore read the same at once. What was begun to be read before it was forgotten is not kept.
 */
public final class Kept<K, V> {
    private final Cache<K, V> values;
    private final Function<K, V> read;
    private final AtomicLong times = new AtomicLong();

    private Kept(Cache<K, V> values, Function<K, V> read) {
        this.values = values;
        this.read = read;
    }

    /** For so long after it was read. {@code read} may throw; nothing is kept then. */
    public static <K, V> Kept<K, V> lasting(Duration time, int most, Function<K, V> read) {
        return new Kept<>(
                Caffeine.newBuilder().maximumSize(most).expireAfterWrite(time).build(), read);
    }

    /** Of what never changes. */
    public static <K, V> Kept<K, V> forGood(int most, Function<K, V> read) {
        return new Kept<>(Caffeine.newBuilder().maximumSize(most).build(), read);
    }

    public V get(K key) {
        V there = values.getIfPresent(key);
        if (there != null) {
            return there;
        }
        long before = times.get();
        V value = read.apply(key);
        values.asMap().compute(key, (_, other) -> stillCurrent(before) ? value : other);
        return value;
    }

    private boolean stillCurrent(long before) {
        return times.get() == before;
    }

    public void forget() {
        times.incrementAndGet();
        values.invalidateAll();
    }

    /** Now, for the writer itself, and when the change is committed, for all. */
    public void forgetWithCommit() {
        forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget();
                }
            });
        }
    }
}
