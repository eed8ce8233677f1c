package qiji.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what is no change of a row and so not seen by the database: sign-ins, exports, unmaskings. In the caller's
 * transaction, and from where the request came. [A7 B7]
 */
public interface Audits {
    /**
     * {@code action} is a verb such as {@code export}; {@code details} are shown to people who may read the audit, and
     * never hold a secret.
     */
    void record(Viewer viewer, String action, String subjectType, @Nullable Long subjectId, Map<String, ?> details);

    /** A bean of the module that owns a watched table of which only some may know: the audit tells it to those alone. [A7] */
    record Under(String table, String permission) {}
}
