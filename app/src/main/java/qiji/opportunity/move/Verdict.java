package qiji.opportunity.move;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.approval.Approvals;
import qiji.opportunity.HearsWins;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityProblem;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.assessment.AssessmentApproval;
import qiji.opportunity.gate.GateKeeper;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.life.Outcome;
import qiji.opportunity.review.Measures;
import qiji.platform.CommonProblem;
import qiji.platform.Problem;

/** How every verb over the life of an opportunity begins, and what it makes of what the rules answer. */
@Component
class Verdict {
    private final OpportunityStore store;
    private final GateKeeper gates;
    private final Measures measures;
    private final Approvals approvals;
    private final AssessmentApproval assessments;
    private final List<HearsWins> winHearers;
    private final Writing writing;

    Verdict(
            OpportunityStore store,
            GateKeeper gates,
            Measures measures,
            Approvals approvals,
            AssessmentApproval assessments,
            List<HearsWins> winHearers,
            Writing writing) {
        this.store = store;
        this.gates = gates;
        this.measures = measures;
        this.approvals = approvals;
        this.assessments = assessments;
        this.winHearers = winHearers;
        this.writing = writing;
    }

    /** Locked, for those who work on it. Throws STALE_VERSION if another version is named than it has. */
    Held toWork(long id, @Nullable String reason, @Nullable Integer version, Viewer viewer) {
        writing.by(viewer, reason);
        Held held = store.lock(id, viewer);
        held.relation().mustWork();
        return held.of(version);
    }

    /** Locked, for those who command it and hold {@code permission}. Throws STALE_VERSION likewise. */
    Held toCommand(long id, String permission, @Nullable String reason, @Nullable Integer version, Viewer viewer) {
        writing.by(viewer, reason);
        Held held = store.lock(id, viewer);
        held.relation().mustCommand(permission);
        return held.of(version);
    }

    /** Saves what it has become, and answers with the new version; throws with all that speaks against it. */
    int conclude(Held held, Outcome outcome, @Nullable String reason, Viewer viewer) {
        return switch (outcome) {
            case Outcome.Changed(var after) -> {
                if (after.status().isClosed()) {
                    approvals.cancel(
                            Abandonment.KIND, after.id(), after.status().words().here(), viewer);
                    assessments.overtaken(after.id(), after.status().words(), viewer);
                }
                measures.keep(held.row(), after, viewer);
                int version = store.save(held, after, viewer, reason);
                if (after.status() == OpportunityStatus.WON) {
                    winHearers.forEach(it -> it.won(after.id(), viewer));
                }
                yield version;
            }
            case Outcome.Refused refused -> throw problem(refused, held, viewer);
        };
    }

    /** Of the kind that has to be mended first, with all reasons of every kind. */
    Problem problem(Outcome.Refused refused, Held held, Viewer viewer) {
        Problem problem = new Problem(
                refused.wrongStatus() != null
                        ? OpportunityProblem.STATUS_FORBIDS
                        : refused.unmet().isEmpty()
                                ? CommonProblem.INVALID_FIELDS
                                : OpportunityProblem.STAGE_GATES_UNMET);
        if (refused.wrongStatus() != null) {
            problem.with("opportunityStatus", refused.wrongStatus());
        }
        if (!refused.unmet().isEmpty()) {
            problem.with(
                    "unmetGates",
                    gates.inWords(refused.unmet(), held.opportunity().process(), viewer));
        }
        return refused.faults().isEmpty() ? problem : problem.with("fields", refused.faults());
    }
}
