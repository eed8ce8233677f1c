package qiji.approval;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import qiji.access.Viewer;

/**
 * Asks for decisions: for the modules that own what is decided. Each of their verbs locks the record first. [D9]
 */
@Service
public class Approvals {
    /** What waits for its decision. */
    public record Pending(
            long requestId,
            Instant askedAt,
            long askedBy,
            @Nullable String note) {}

    /**
     * Asks those whom the plan names, and answers with the request. Throws APPROVAL_PENDING if it is asked already,
     * APPROVAL_LEVEL_EMPTY naming role and department if a level has nobody.
     */
    public long send(String kind, long subjectId, @Nullable String note, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    public long send(String kind, long subjectId, Viewer viewer) {
        return send(kind, subjectId, null, viewer);
    }

    /** Who would be asked. */
    public Chain preview(String kind, long subjectId, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    public Optional<Pending> pending(String kind, long subjectId) {
        throw new UnsupportedOperationException();
    }

    /** Ends what waits, if it does, because something overtook it; the owning module is not told. */
    public void cancel(String kind, long subjectId, @Nullable String reason, Viewer viewer) {
        throw new UnsupportedOperationException();
    }
}
