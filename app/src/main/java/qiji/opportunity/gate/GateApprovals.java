package qiji.opportunity.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.approval.Approvals;
import qiji.opportunity.HearsEndings;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityProblem;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.life.OpportunityStatus;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.process.SalesProcess;
import qiji.process.Stage;

/** Asks for the decision that lets an opportunity into a stage, and uses it up when it enters. [D5 D9] */
@Service
public class GateApprovals implements HearsEndings {
    private final OpportunityStore store;
    private final GateApprovalStore gates;
    private final Approvals approvals;
    private final Writing writing;

    GateApprovals(OpportunityStore store, GateApprovalStore gates, Approvals approvals, Writing writing) {
        this.store = store;
        this.gates = gates;
        this.approvals = approvals;
        this.writing = writing;
    }

    /** Throws NOT_FOUND, FORBIDDEN, STATUS_FORBIDS, INVALID_FIELDS, APPROVAL_PENDING, APPROVAL_LEVEL_EMPTY. */
    @Transactional
    public void ask(long id, long stageId, @Nullable String note, Viewer viewer) {
        writing.by(viewer);
        Held held = store.lock(id, viewer);
        held.relation().mustWork();
        OpportunityStatus status = held.opportunity().status();
        if (status != OpportunityStatus.OPEN) {
            throw new Problem(OpportunityProblem.STATUS_FORBIDS).with("opportunityStatus", status);
        }
        Stage stage = held.opportunity().process().findStage(stageId).orElse(null);
        if (stage == null
                || !stage.gate().approvalRequired()
                || stage.position() <= held.opportunity().stage().position()) {
            throw Problem.invalid(List.of(
                    FieldFault.of("stageId", "not-asked", Words.of("进入该阶段不需要审批", "That stage takes no approval"))));
        }
        approvals.send(StageApproval.KIND, gates.current(id, stageId, viewer), note, viewer);
    }

    /** It went from one stage to a later one. */
    public void entered(long id, SalesProcess process, Stage from, Stage target) {
        List<Long> decided = process.entered(from, target).stream()
                .filter(stage -> stage.gate().approvalRequired())
                .map(Stage::key)
                .toList();
        if (!decided.isEmpty()) {
            gates.use(id, decided);
        }
    }

    /** Nobody needs to decide any more. */
    @Override
    public void ended(long opportunityId, Words how, Viewer viewer) {
        gates.unused(opportunityId).forEach(asked -> approvals.cancel(StageApproval.KIND, asked, how.here(), viewer));
    }
}
