package qiji.organization.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Limits how often the same address may try what anybody may try, on this node. Wide enough for an office behind one
 * address; a network of IPv6 counts as one.
 */
@Component
class Throttle {
    private static final int BURST = 60;
    private static final int PER_MINUTE = 20;
    private static final int NETWORK_BYTES = 8;
    private static final int MANY = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MANY)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    /** 0 if the attempt may be made; else the seconds to wait. */
    long trying(String address) {
        var probe = bucket(address).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
    }

    /** The attempt was honest: it does not count. */
    void forgive(String address) {
        bucket(address).addTokens(1);
    }

    private Bucket bucket(String address) {
        return buckets.get(
                network(address),
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(BURST).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
                        .build());
    }

    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException notLiteral) {
            return address;
        }
    }
}
