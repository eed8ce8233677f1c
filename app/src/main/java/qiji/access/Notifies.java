package qiji.access;

import java.util.Collection;

/**
 * Tells people what concerns them, in the caller's transaction: what is rolled back is never told. Modules below tell through
 * this; {@code notification} hears it, keeps it and shows it. Ask for it as an {@code ObjectProvider} and tell each: there may
 * be several that hear, or none.
 */
public interface Notifies {
    /** Whoever is not an active user is left out; what has a key is told once to each. */
    void tell(Notice notice);

    /** Many at once, told with few statements. */
    default void tell(Collection<Notice> notices) {
        notices.forEach(this::tell);
    }
}
