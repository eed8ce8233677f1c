package qiji.access;

import static org.jooq.impl.DSL.val;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the database who writes and why, for the rest of the transaction: history and audit take it from there.
 * The front door's first line in every verb that writes; without it the database refuses the write.
 */
@Component
public class Writing {
    private final DSLContext jooq;
    private final Origin origin;

    Writing(DSLContext jooq, Origin origin) {
        this.jooq = jooq;
        this.origin = origin;
    }

    public void by(Viewer viewer) {
        by(viewer, null);
    }

    /** {@code reason} is what the user gave, e.g. for going back a stage. */
    public void by(Viewer viewer, @Nullable String reason) {
        String why = reason == null && viewer.isSystem() ? viewer.name() : reason;
        jooq.resultQuery(
                        "select set_config('qiji.writer', {0}, true), set_config('qiji.via', {1}, true),"
                                + " set_config('qiji.reason', {2}, true)",
                        val(Long.toString(viewer.userId())), val(origin.here()), val(why == null ? "" : why))
                .fetch();
    }
}
