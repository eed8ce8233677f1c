package qiji.opportunity.risk;

import db.opportunity.tables.records.RiskRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.part.OpportunityHold;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/**
 * The register of risks of an opportunity. Each verb throws NOT_FOUND for what the viewer may not see, FORBIDDEN,
 * OPPORTUNITY_CLOSED, INVALID_FIELDS, STALE_VERSION. [D6]
 */
@Service
class Risks {
    private static final int MOST = 100;

    private final OpportunityHold hold;
    private final RiskStore store;
    private final Writing writing;

    Risks(OpportunityHold hold, RiskStore store, Writing writing) {
        this.hold = hold;
        this.store = store;
        this.writing = writing;
    }

    @Transactional
    public long add(long opportunityId, RiskDraft draft, Viewer viewer) {
        begin(opportunityId, viewer);
        if (store.count(opportunityId) >= MOST) {
            throw Problem.invalid(List.of(FieldFault.of(
                    "title",
                    "too-many",
                    Words.of("最多 %s 项", "At most %s of them").with(MOST))));
        }
        RiskRecord row = store.fresh(opportunityId, viewer.userId());
        mustBeOwned(row, draft);
        store.save(row, draft);
        return row.getId();
    }

    @Transactional
    public int change(long opportunityId, long id, RiskDraft draft, Viewer viewer) {
        begin(opportunityId, viewer);
        RiskRecord row = asRead(opportunityId, id, draft.version());
        mustBeOwned(row, draft);
        row.setVersion(row.getVersion() + 1);
        store.save(row, draft);
        return row.getVersion();
    }

    @Transactional
    public void remove(long opportunityId, long id, @Nullable Integer version, Viewer viewer) {
        begin(opportunityId, viewer);
        asRead(opportunityId, id, version).delete();
    }

    private RiskRecord asRead(long opportunityId, long id, @Nullable Integer version) {
        RiskRecord row = store.get(opportunityId, id);
        if (version != null && !version.equals(row.getVersion())) {
            throw Problem.stale(row.getVersion());
        }
        return row;
    }

    private void begin(long opportunityId, Viewer viewer) {
        writing.by(viewer);
        hold.toWork(opportunityId, viewer);
    }

    private void mustBeOwned(RiskRecord row, RiskDraft draft) {
        Long owner = draft.ownerId();
        if (owner != null && !owner.equals(row.getOwnerId()) && !store.isOwner(owner)) {
            throw Problem.invalid(List.of(
                    FieldFault.of("ownerId", "unknown", Words.of("没有这个在职同事", "There is no such active colleague"))));
        }
    }
}
