package qiji.opportunity;

import db.opportunity.tables.records.OpportunityRecord;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.opportunity.life.Opportunity;
import qiji.platform.Problem;

/** An opportunity locked for a change: its row, the rules over it, and how the viewer stands to it. */
public record Held(OpportunityRecord row, Opportunity opportunity, Relation relation) {
    /** Throws STALE_VERSION if the client read another version than this one; one that named none does not care. */
    public Held of(@Nullable Integer version) {
        if (version != null && !version.equals(row.getVersion())) {
            throw Problem.stale(row.getVersion());
        }
        return this;
    }

    /** Whether the viewer is its owner. */
    public boolean isOf(Viewer viewer) {
        return Relation.isOwner(viewer, row);
    }

    /** Throws OPPORTUNITY_CLOSED. */
    public Held alive() {
        if (opportunity.status().isClosed()) {
            throw new Problem(OpportunityProblem.OPPORTUNITY_CLOSED);
        }
        return this;
    }
}
