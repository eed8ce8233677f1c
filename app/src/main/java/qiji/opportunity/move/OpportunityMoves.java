package qiji.opportunity.move;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.Rows;
import qiji.opportunity.gate.GateKeeper;
import qiji.opportunity.life.GateFacts;
import qiji.opportunity.life.Opportunity;
import qiji.opportunity.life.Proof;
import qiji.opportunity.life.Validity;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.process.Stage;

/**
 * What moves an opportunity on, wins it, puts it off and takes it up again; with {@link Endings} nothing else changes its
 * stage or status. [D5 D12]
 *
 * <p>Each verb throws NOT_FOUND for what the viewer may not see, FORBIDDEN, STALE_VERSION if another version is named than it
 * has, STATUS_FORBIDS, INVALID_FIELDS, with all reasons, and answers with the new version. Moves, winning among them, are for
 * owner, team and leaders; the rest for owner and leaders.
 */
@Service
public class OpportunityMoves {
    private final OpportunityStore store;
    private final GateKeeper gates;
    private final Verdict verdict;
    private final Clock clock;

    OpportunityMoves(OpportunityStore store, GateKeeper gates, Verdict verdict, Clock clock) {
        this.store = store;
        this.gates = gates;
        this.verdict = verdict;
        this.clock = clock;
    }

    /** {@code wonOn} counts only where the stage wins. Throws STAGE_GATES_UNMET. */
    @Transactional
    public int moveToStage(
            long id,
            long stageId,
            @Nullable String reason,
            @Nullable LocalDate wonOn,
            @Nullable Integer version,
            Viewer viewer) {
        Held held = verdict.toWork(id, reason, version, viewer);
        Stage target = held.opportunity().process().findStage(stageId).orElse(null);
        var move = new Opportunity.Move(reason, wonOn, gates.amountWon(held, null), mayBackDate(viewer));
        return verdict.conclude(
                held,
                held.opportunity().moveTo(target, move, gates.factsOf(held, target), clock.instant()),
                reason,
                viewer);
    }

    /** Amounts in yuan; without one the committed amount counts, else the expected one. */
    public record Winning(
            @Nullable LocalDate wonOn,
            @Nullable BigDecimal wonAmount,
            @Nullable String lesson) {}

    /** Throws STAGE_GATES_UNMET. */
    @Transactional
    public int win(long id, Winning win, @Nullable Integer version, Viewer viewer) {
        Held held = verdict.toWork(id, null, version, viewer);
        var move = new Opportunity.Move(
                null, win.wonOn(), gates.amountWon(held, win.wonAmount()), mayBackDate(viewer), win.lesson());
        GateFacts facts = gates.factsOf(held, held.opportunity().process().last());
        return verdict.conclude(held, held.opportunity().win(move, facts, clock.instant()), null, viewer);
    }

    @Transactional
    public int defer(
            long id, @Nullable LocalDate wakeUpOn, @Nullable String reason, @Nullable Integer version, Viewer viewer) {
        Held held = verdict.toCommand(id, OpportunityPermissions.EDIT, reason, version, viewer);
        return verdict.conclude(held, held.opportunity().defer(wakeUpOn, reason, clock.instant()), reason, viewer);
    }

    @Transactional
    public int resume(long id, @Nullable Integer version, Viewer viewer) {
        Held held = verdict.toCommand(id, OpportunityPermissions.EDIT, null, version, viewer);
        return verdict.conclude(held, held.opportunity().resume(clock.instant()), null, viewer);
    }

    /** The three proofs as they stand now; null leaves one as it was. Losing one counts from today on. */
    @Transactional
    public int judgeValidity(
            long id,
            @Nullable Proof need,
            @Nullable Proof kp,
            @Nullable Proof budget,
            @Nullable Integer version,
            Viewer viewer) {
        Held held = verdict.toWork(id, null, version, viewer).alive();
        Validity before = held.opportunity().validity();
        Validity after = before.with(
                need == null ? before.need() : need,
                kp == null ? before.kp() : kp,
                budget == null ? before.budget() : budget);
        List<FieldFault> faults = after.faults();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        Rows.write(after, held.row());
        return store.save(held.row(), viewer);
    }

    /** Lets it pass the gates though not valid; it counts as valid nowhere. */
    @Transactional
    public int waiveValidity(long id, @Nullable String reason, @Nullable Integer version, Viewer viewer) {
        Held held = verdict.toCommand(id, OpportunityPermissions.WAIVE, null, version, viewer)
                .alive();
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid(List.of(FieldFault.required("reason")));
        }
        Rows.write(held.opportunity().validity().waived(viewer.userId(), reason), held.row());
        return store.save(held.row(), viewer);
    }

    @Transactional
    public int withdrawWaiver(long id, @Nullable Integer version, Viewer viewer) {
        Held held = verdict.toCommand(id, OpportunityPermissions.WAIVE, null, version, viewer)
                .alive();
        Rows.write(held.opportunity().validity().withoutWaiver(), held.row());
        return store.save(held.row(), viewer);
    }

    private static boolean mayBackDate(Viewer viewer) {
        return viewer.may(OpportunityPermissions.BACK_DATE);
    }
}
