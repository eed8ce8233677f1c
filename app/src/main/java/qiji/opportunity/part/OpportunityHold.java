package qiji.opportunity.part;

import db.opportunity.tables.records.OpportunityRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.OpportunityStore;
import qiji.process.SalesProcess;

/**
 * How whoever changes what belongs to an opportunity gets hold of it: locked until the transaction ends. Throws
 * NOT_FOUND for what the viewer may not see, FORBIDDEN.
 */
@Component
public class OpportunityHold {
    /** What parts need to know of the opportunity that they belong to. */
    public record Whole(@Nullable Long customerId, SalesProcess process) {}

    private final OpportunityStore store;

    OpportunityHold(OpportunityStore store) {
        this.store = store;
    }

    /** For those who work on it. Throws OPPORTUNITY_CLOSED. */
    public Whole toWork(long id, Viewer viewer) {
        Held held = store.lock(id, viewer);
        held.relation().mustWork();
        OpportunityRecord row = held.alive().row();
        return new Whole(row.getCustomerId(), held.opportunity().process());
    }

    /** For those who command it; also a closed one. */
    public void toCommand(long id, Viewer viewer) {
        store.lock(id, viewer).relation().mustCommand(OpportunityPermissions.EDIT);
    }
}
