package qiji.organization.identity;

import java.time.Duration;

/** How long an account is closed after so many failures in a row: from the fifth on, each time twice as long. [A6] */
final class Lockout {
    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(24);

    private Lockout() {}

    static Duration after(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE, 10);
        Duration wait = FIRST.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
