package qiji.organization.explanation;

import org.jspecify.annotations.Nullable;
import qiji.access.Reason;
import qiji.platform.Words;

/** What a rule answered of one record: whether the way reaches it, whether its rule lets it, and what its key found. */
record Told(
        Reason reason,
        boolean reached,
        boolean allowed,
        @Nullable String key) {
    boolean holds() {
        return reached && allowed;
    }

    Reason.By by() {
        return reason.by();
    }

    Words words() {
        return key == null ? reason.words() : reason.naming().apply(key);
    }

    /** What the rule asks for where it is in the way; null where it is not. */
    @Nullable
    Words but() {
        return allowed ? null : reason.but();
    }
}
