package qiji.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;

/** What everybody did, for those who may look. [A7] */
@Component
class AuditEntries {
    private final AuditQueries queries;
    private final AuditNames names;

    AuditEntries(AuditQueries queries, AuditNames names) {
        this.queries = queries;
        this.names = names;
    }

    /** Throws FORBIDDEN without {@code audit:read}. */
    @Transactional(readOnly = true)
    public AuditPage page(AuditFilter filter, int limit, @Nullable Long after, Viewer viewer) {
        viewer.mustBeAllowed(AuditPermissions.READ);
        List<AuditRow> rows = queries.newest(filter, limit, after, viewer);
        return rows.size() <= limit
                ? new AuditPage(names.in(rows, viewer), null)
                : new AuditPage(
                        names.in(rows.subList(0, limit), viewer),
                        Long.toString(rows.get(limit - 1).id()));
    }
}
