package qiji.opportunity.move;

import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityProblem;
import qiji.opportunity.gate.GateWords;
import qiji.opportunity.life.Outcome;
import qiji.platform.CommonProblem;
import qiji.platform.Problem;
import qiji.process.SalesProcess;

/** What a refused verb answers: all reasons of every kind at once. */
@Component
class MoveRefusals {
    private final GateWords words;

    MoveRefusals(GateWords words) {
        this.words = words;
    }

    Problem problem(Outcome.Refused refused, Held held, Viewer viewer) {
        return problem(refused, held, held.opportunity().process(), viewer);
    }

    /** Of the kind that has to be mended first; gates are those of {@code process}. */
    Problem problem(Outcome.Refused refused, Held held, SalesProcess process, Viewer viewer) {
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
            problem.with("unmetGates", words.of(held.opportunity().id(), refused.unmet(), process, viewer));
        }
        return refused.faults().isEmpty() ? problem : problem.with("fields", refused.faults());
    }
}
