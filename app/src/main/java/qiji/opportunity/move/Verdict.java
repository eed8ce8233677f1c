package qiji.opportunity.move;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.HearsEndings;
import qiji.opportunity.HearsWins;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.gate.GateApprovals;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.life.Outcome;
import qiji.opportunity.review.Measures;
import qiji.platform.Problem;

/** How every verb over the life of an opportunity begins, and what it makes of what the rules answer. */
@Component
class Verdict {
    private final OpportunityStore store;
    private final MoveRefusals refusals;
    private final GateApprovals decisions;
    private final Measures measures;
    private final List<HearsEndings> endingHearers;
    private final List<HearsWins> winHearers;
    private final Writing writing;

    Verdict(
            OpportunityStore store,
            MoveRefusals refusals,
            GateApprovals decisions,
            Measures measures,
            List<HearsEndings> endingHearers,
            List<HearsWins> winHearers,
            Writing writing) {
        this.store = store;
        this.refusals = refusals;
        this.decisions = decisions;
        this.measures = measures;
        this.endingHearers = endingHearers;
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
                    endingHearers.forEach(
                            it -> it.ended(after.id(), after.status().words(), viewer));
                }
                decisions.entered(
                        after.id(), after.process(), held.opportunity().stage(), after.stage());
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

    Problem problem(Outcome.Refused refused, Held held, Viewer viewer) {
        return refusals.problem(refused, held, viewer);
    }
}
