package qiji.opportunity.assessment;

import db.opportunity.tables.records.AssessmentRecord;
import java.time.Clock;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.opportunity.Held;

/** What becomes of an assessment as it is decided, by itself or with the grade. [D6 D9] */
@Component
class AssessmentVerdicts {
    private final AssessmentStore store;
    private final Naming naming;
    private final Clock clock;

    AssessmentVerdicts(AssessmentStore store, Naming naming, Clock clock) {
        this.store = store;
        this.naming = naming;
        this.clock = clock;
    }

    /** Approved, it fixes the direction, and whom it names joins. Throws OPPORTUNITY_CLOSED. */
    void give(Held held, AssessmentRecord row, Outcome outcome, Viewer decider) {
        switch (outcome) {
            case APPROVED -> {
                held.alive();
                end(row, AssessmentState.APPROVED, decider);
                store.fix(row);
                naming.carryOut(row, decider);
            }
            case REJECTED -> end(row, AssessmentState.REJECTED, decider);
            case RETURNED -> row.setState(AssessmentState.RETURNED.name());
            case WITHDRAWN -> row.setState(AssessmentState.DRAFT.name());
        }
        store.save(row);
    }

    private void end(AssessmentRecord row, AssessmentState state, Viewer decider) {
        row.setState(state.name());
        row.setDecidedBy(decider.userId());
        row.setDecidedAt(clock.instant());
    }
}
