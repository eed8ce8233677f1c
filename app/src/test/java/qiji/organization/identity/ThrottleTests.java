package qiji.organization.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A6: how often one address may try what is open to anybody. */
class ThrottleTests {
    private static final int BURST = 60;

    private final Throttle throttle = new Throttle();

    @Test
    void anAddressWaitsAfterManyAttempts() {
        assertThat(attempts(BURST, "192.0.2.1")).containsOnly(0);
        assertThat(throttle.trying("192.0.2.1")).isBetween(1L, 4L);
        assertThat(throttle.trying("192.0.2.2")).isZero();
    }

    @Test
    void anHonestAttemptDoesNotCount() {
        for (int n = 0; n < 2 * BURST; n++) {
            assertThat(throttle.trying("192.0.2.1")).isZero();
            throttle.forgive("192.0.2.1");
        }
    }

    @Test
    void aNetworkOfVersionSixIsOneAddress() {
        assertThat(attempts(BURST, "2001:db8::1")).containsOnly(0);
        assertThat(throttle.trying("2001:db8::ffff")).isPositive();
        assertThat(throttle.trying("2001:db8:0:1::1")).isZero();
    }

    private long[] attempts(int count, String address) {
        return IntStream.range(0, count)
                .mapToLong(_ -> throttle.trying(address))
                .toArray();
    }
}
