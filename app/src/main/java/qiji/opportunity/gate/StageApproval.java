package qiji.opportunity.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject;
import qiji.opportunity.FieldLabels;
import qiji.opportunity.Matters;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.grade.Grade;
import qiji.platform.Words;

/** That an opportunity may enter a stage is decided by others, where its gate says so. [D5 D9] */
@Component
class StageApproval implements ApprovalSubject {
    static final String KIND = "stage-gate";

    /** What is decided by. */
    private static final List<String> FIELDS = List.of(
            "name",
            "customer",
            "owner",
            "department",
            "stage",
            "status",
            "validityState",
            "expectedAmount",
            "committedAmount",
            "customerBudget",
            "expectedSignOn",
            "lastFollowUpAt");

    private final GateApprovalStore approvals;
    private final OpportunityStore store;
    private final Matters matters;
    private final FieldLabels labels;

    StageApproval(GateApprovalStore approvals, OpportunityStore store, Matters matters, FieldLabels labels) {
        this.approvals = approvals;
        this.store = store;
        this.matters = matters;
        this.labels = labels;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Words words() {
        return Words.of("进入阶段", "Enter a stage");
    }

    /** It says why, as what is answered in stages does. */
    @Override
    public Optional<String> noteField() {
        return Optional.of(FieldLabels.STAGE_ANSWERS);
    }

    @Override
    public List<Words> reasons() {
        return Matters.ENDINGS;
    }

    @Override
    public Map<String, Words> grades() {
        return Grade.byCode();
    }

    /** Who may not read amounts reads no grade either. */
    @Override
    public boolean mayReadChain(Viewer viewer) {
        return labels.mayRead("grade", viewer);
    }

    @Override
    public Matter matter(long id, Viewer viewer) {
        return matters.of(approvals.get(id).getOpportunityId(), FIELDS, viewer);
    }

    /** Of an opportunity: whichever stage it is to enter, the same people decide. */
    @Override
    public Matter planned(long opportunityId, Viewer viewer) {
        return matters.of(opportunityId, FIELDS, viewer);
    }

    @Override
    public void lock(long id) {
        store.lock(approvals.get(id).getOpportunityId(), Viewer.system("approval"));
    }

    @Override
    public void decided(long id, Decision decision, Viewer decider) {
        if (decision.outcome() == Outcome.APPROVED) {
            approvals.approve(id);
        }
    }
}
