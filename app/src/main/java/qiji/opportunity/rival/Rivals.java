package qiji.opportunity.rival;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.competitor.CompetitorPermissions;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.part.OpportunityHold;
import qiji.platform.FieldFault;
import qiji.platform.Problem;

/**
 * The competitors of an opportunity. Each verb throws NOT_FOUND for what the viewer may not see, FORBIDDEN,
 * OPPORTUNITY_CLOSED, STALE_VERSION. [D11]
 */
@Service
class Rivals {
    private final OpportunityHold hold;
    private final RivalStore store;
    private final FieldLabels labels;
    private final Writing writing;

    Rivals(OpportunityHold hold, RivalStore store, FieldLabels labels, Writing writing) {
        this.hold = hold;
        this.store = store;
        this.labels = labels;
        this.writing = writing;
    }

    /** Throws INVALID_FIELDS for a competitor that is not in the register, or is archived and was not met here. */
    @Transactional
    public void save(long id, long competitorId, RivalDraft draft, Viewer viewer) {
        begin(id, viewer);
        if (!store.isKnown(id, competitorId)) {
            throw Problem.invalid(List.of(FieldFault.unknown("competitorId")));
        }
        store.save(id, competitorId, draft);
    }

    @Transactional
    public void remove(long id, long competitorId, @Nullable Integer version, Viewer viewer) {
        begin(id, viewer);
        if (!store.delete(id, competitorId, version)) {
            throw Problem.notFound();
        }
    }

    private void begin(long id, Viewer viewer) {
        writing.by(viewer);
        hold.toWork(id, viewer);
        viewer.mustBeAllowed(CompetitorPermissions.READ);
        if (!labels.mayRead(RivalFields.RIVALS, viewer)) {
            throw Problem.forbidden(CompetitorPermissions.READ);
        }
    }
}
