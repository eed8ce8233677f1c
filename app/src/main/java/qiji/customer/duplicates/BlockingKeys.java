package qiji.customer.duplicates;

import java.util.HashSet;
import java.util.Set;
import qiji.records.search.Spelling;

/**
 * The keys by which names are found that may be the same: two names with one slip between them, or that sound alike, have
 * one of these in common, and few others do. They are hashes; whoever finds a name by them compares it.
 */
final class BlockingKeys {
    /** Of longer names only so many characters are left out one by one; the slip is hardly behind them. */
    private static final int LONGEST = 24;

    private BlockingKeys() {}

    /** The core, how it is read, the core without each of its characters, and so the region where there is one. */
    static Integer[] of(CompanyName name) {
        Set<Integer> keys = new HashSet<>();
        String core = name.core();
        keys.add(core.hashCode());
        keys.add(Spelling.read(core).hashCode());
        withoutEach(core, core.length(), keys);
        if (name.prefix() > 0) {
            keys.add(name.written().hashCode());
            withoutEach(name.written(), name.prefix(), keys);
        }
        return keys.toArray(Integer[]::new);
    }

    private static void withoutEach(String text, int until, Set<Integer> keys) {
        if (text.length() < 2) {
            return;
        }
        for (int i = 0; i < Math.min(until, LONGEST); i++) {
            keys.add((text.substring(0, i) + text.substring(i + 1)).hashCode());
        }
    }
}
