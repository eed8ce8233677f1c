package qiji.opportunity.move;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.gate.GateKeeper;
import qiji.opportunity.life.GateFacts;
import qiji.opportunity.life.Outcome;
import qiji.opportunity.life.Reroute;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;
import qiji.process.SalesProcess;
import qiji.process.Stage;
import qiji.process.Stages;

/**
 * Puts an opportunity under another edition of its process, or under another process: a decision of those who command it,
 * since it changes what is asked of it. Throws NOT_FOUND, FORBIDDEN, STATUS_FORBIDS, STALE_VERSION, INVALID_FIELDS. [D5]
 */
@Service
public class ProcessMoves {
    private final OpportunityStore store;
    private final GateKeeper gates;
    private final MoveRefusals refusals;
    private final Stages stages;
    private final Writing writing;
    private final Clock clock;

    ProcessMoves(
            OpportunityStore store,
            GateKeeper gates,
            MoveRefusals refusals,
            Stages stages,
            Writing writing,
            Clock clock) {
        this.store = store;
        this.gates = gates;
        this.refusals = refusals;
        this.stages = stages;
        this.writing = writing;
        this.clock = clock;
    }

    /** Stays in its stage; where the newest edition has that no more, in the last one before. The new version. */
    @Transactional
    public int toNewestEdition(long id, @Nullable Integer version, Viewer viewer) {
        Held held = commanded(id, version, null, viewer);
        if (isUnder(held, newest(held))) {
            throw Problem.invalid(List.of(
                    FieldFault.of("edition", "same", Words.of("已经是最新版本", "It goes by the newest edition already"))));
        }
        return follow(held, viewer);
    }

    /** The same, for many at once: false if it goes by the newest edition already. */
    @Transactional
    public boolean keepUp(long id, @Nullable Integer version, Viewer viewer) {
        Held held = commanded(id, version, null, viewer);
        boolean behind = !isUnder(held, newest(held));
        if (behind) {
            follow(held, viewer);
        }
        return behind;
    }

    private long newest(Held held) {
        return stages.newestEdition(held.row().getProcessId());
    }

    private int follow(Held held, Viewer viewer) {
        long processId = held.row().getProcessId();
        long newest = newest(held);
        return switch (Reroute.follow(held.opportunity(), stages.getProcess(processId, newest), clock.instant())) {
            case Outcome.Changed(var after) -> {
                held.row().setEditionId(newest);
                yield store.save(held, after, viewer, null);
            }
            case Outcome.Refused refused -> throw refusals.problem(refused, held, viewer);
        };
    }

    private boolean isUnder(Held held, long editionId) {
        Long edition = held.row().getEditionId();
        return Objects.equals(edition, editionId)
                || edition == null && stages.editionNumber(held.row().getProcessId(), editionId) == 1;
    }

    /** Under its newest edition, in the stage named if its gates are met, else in the first. The new version. */
    @Transactional
    public int change(
            long id,
            long processId,
            @Nullable Long stageId,
            @Nullable String reason,
            @Nullable Integer version,
            Viewer viewer) {
        Held held = commanded(id, version, reason, viewer);
        SalesProcess process = stages.findProcess(processId)
                .orElseThrow(() -> Problem.invalid(List.of(FieldFault.unknown("processId"))));
        Stage target = stageId == null
                ? process.first()
                : process.findStage(stageId).orElseThrow(() -> Problem.invalid(List.of(FieldFault.unknown("stageId"))));
        GateFacts facts = gates.factsOf(held.row(), process, process.first(), target);
        return switch (Reroute.change(held.opportunity(), process, target, reason, facts, clock.instant())) {
            case Outcome.Changed(var after) -> {
                held.row().setProcessId(processId);
                held.row().setEditionId(stages.newestEdition(processId));
                yield store.save(held, after, viewer, reason);
            }
            case Outcome.Refused refused -> throw refusals.problem(refused, held, process, viewer);
        };
    }

    private Held commanded(long id, @Nullable Integer version, @Nullable String reason, Viewer viewer) {
        writing.by(viewer, reason);
        Held held = store.lock(id, viewer).of(version);
        held.relation().mustCommand(OpportunityPermissions.EDIT);
        return held;
    }
}
