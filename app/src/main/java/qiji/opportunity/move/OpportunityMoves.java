package qiji.opportunity.move;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.access.Writing;
import qiji.approval.Approvals;
import qiji.competitor.CompetitorPermissions;
import qiji.opportunity.Codes;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.OpportunityProblem;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.Rows;
import qiji.opportunity.assessment.AssessmentApproval;
import qiji.opportunity.gate.GateKeeper;
import qiji.opportunity.life.Loss;
import qiji.opportunity.life.Opportunity;
import qiji.opportunity.life.Outcome;
import qiji.opportunity.life.Proof;
import qiji.opportunity.life.Validity;
import qiji.opportunity.rival.RivalStore;
import qiji.opportunity.telling.OpportunityNotices;
import qiji.organization.holder.Holders;
import qiji.platform.CommonProblem;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.process.Stage;
import qiji.process.Stages;

/**
 * What moves an opportunity on, ends it and brings it back; nothing else changes its stage or status. [D5 D12]
 *
 * <p>Each verb throws NOT_FOUND for what the viewer may not see, FORBIDDEN, STATUS_FORBIDS, INVALID_FIELDS, with all reasons, and answers
 * with the new version. Moves, winning among them, are for owner, team and leaders; other endings for owner and leaders.
 */
@Service
public class OpportunityMoves {
    private final OpportunityStore store;
    private final GateKeeper gates;
    private final Codes codes;
    private final Stages stages;
    private final RivalStore rivals;
    private final OpportunityNotices notices;
    private final Approvals approvals;
    private final AssessmentApproval assessments;
    private final Holders holders;
    private final Writing writing;
    private final Clock clock;

    OpportunityMoves(
            OpportunityStore store,
            GateKeeper gates,
            Codes codes,
            Stages stages,
            RivalStore rivals,
            OpportunityNotices notices,
            Approvals approvals,
            AssessmentApproval assessments,
            Holders holders,
            Writing writing,
            Clock clock) {
        this.store = store;
        this.gates = gates;
        this.codes = codes;
        this.stages = stages;
        this.rivals = rivals;
        this.notices = notices;
        this.approvals = approvals;
        this.assessments = assessments;
        this.holders = holders;
        this.writing = writing;
        this.clock = clock;
    }

    /** {@code wonOn} counts only where the stage wins. Throws STAGE_GATES_UNMET, STALE_VERSION if one is given. */
    @Transactional
    public int moveToStage(
            long id,
            long stageId,
            @Nullable String reason,
            @Nullable LocalDate wonOn,
            @Nullable Integer version,
            Viewer viewer) {
        Held held = writable(id, viewer, reason).of(version);
        Stage target = stages.findStage(stageId).orElse(null);
        var move = new Opportunity.Move(reason, wonOn, gates.amountWon(held, null), mayBackDate(viewer));
        return conclude(
                held, held.opportunity().moveTo(target, move, gates.factsOf(held), clock.instant()), viewer, reason);
    }

    /** Amounts in yuan; without one the committed amount counts, else the expected one. Throws STAGE_GATES_UNMET. */
    @Transactional
    public int win(long id, @Nullable LocalDate wonOn, @Nullable BigDecimal wonAmount, Viewer viewer) {
        Held held = writable(id, viewer, null);
        var move = new Opportunity.Move(null, wonOn, gates.amountWon(held, wonAmount), mayBackDate(viewer));
        return conclude(held, held.opportunity().win(move, gates.factsOf(held), clock.instant()), viewer, null);
    }

    /** Its summary is a field of its own, so that a rule can hide it: the history repeats none of these as a reason. */
    @Transactional
    public int lose(long id, Loss loss, Viewer viewer) {
        Held held = commanded(id, OpportunityPermissions.EDIT, viewer, null);
        Outcome outcome = held.opportunity().lose(loss, clock.instant());
        if (loss.competitorId() != null && !mayName(id, loss.competitorId(), viewer)) {
            outcome = outcome.with(FieldFault.unknown("competitorId"));
        }
        return conclude(held, known(outcome, "lost-reason", "reason", loss.reason()), viewer, null);
    }

    private boolean mayName(long id, long competitorId, Viewer viewer) {
        return viewer.may(CompetitorPermissions.READ) && rivals.isKnown(id, competitorId);
    }

    @Transactional
    public int defer(long id, @Nullable LocalDate wakeUpOn, @Nullable String reason, Viewer viewer) {
        Held held = commanded(id, OpportunityPermissions.EDIT, viewer, reason);
        return conclude(held, held.opportunity().defer(wakeUpOn, reason, clock.instant()), viewer, reason);
    }

    @Transactional
    public int resume(long id, Viewer viewer) {
        Held held = commanded(id, OpportunityPermissions.EDIT, viewer, null);
        return conclude(held, held.opportunity().resume(clock.instant()), viewer, null);
    }

    /** Asks for approval; until that comes nothing changes. Throws APPROVAL_PENDING, APPROVAL_LEVEL_EMPTY. */
    @Transactional
    public int abandon(long id, @Nullable String reason, Viewer viewer) {
        Held held = commanded(id, OpportunityPermissions.ABANDON, viewer, null);
        if (held.opportunity().abandon(reason, clock.instant()) instanceof Outcome.Refused refused) {
            throw problem(refused, held, viewer);
        }
        approvals.send(Abandonment.KIND, id, reason, viewer);
        return held.row().getVersion();
    }

    @Transactional
    public int invalidate(long id, @Nullable String cause, @Nullable String explanation, Viewer viewer) {
        Held held = commanded(id, OpportunityPermissions.EDIT, viewer, null);
        Outcome outcome = held.opportunity().invalidate(cause, explanation, clock.instant());
        return conclude(held, known(outcome, "invalid-cause", "cause", cause), viewer, null);
    }

    /** To the stage named, else to the one it was in before it ended. */
    @Transactional
    public int reopen(long id, @Nullable String reason, @Nullable Long stageId, Viewer viewer) {
        Held held = commanded(id, OpportunityPermissions.REOPEN, viewer, reason);
        Stage target = stageId == null
                ? null
                : stages.findStage(stageId).orElseThrow(() -> Problem.invalid(List.of(FieldFault.unknown("stageId"))));
        Stage lastOpen = store.lastOpenStage(held.opportunity());
        return conclude(held, held.opportunity().reopen(reason, target, lastOpen, clock.instant()), viewer, reason);
    }

    /** Opens again what was deferred up to today, in the name of the system; how many. Running twice changes nothing. */
    @Transactional
    public int wakeUp() {
        Viewer system = Viewer.system("wake-up date reached");
        writing.by(system);
        List<Long> due = store.deferredUntil(LocalDate.now(clock), system);
        due.forEach(id -> {
            Held held = store.lock(id, system);
            if (held.opportunity().resume(clock.instant()) instanceof Outcome.Changed(var open)) {
                store.save(held, open, system, null);
                tellAwake(held);
            }
        });
        return due.size();
    }

    /** Where the owner has left, to the nearest leader upwards. */
    private void tellAwake(Held held) {
        long id = held.row().getId();
        if (store.hasOwner(held.row())) {
            notices.awake(id, held.row().getOwnerId());
        } else {
            notices.awakeAlone(
                    id,
                    holders.leader(held.row().getDepartmentId(), 0, Set.of()).userIds());
        }
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
        Held held = writable(id, viewer, null).of(version).alive();
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
    public int waiveValidity(long id, @Nullable String reason, Viewer viewer) {
        Held held = commanded(id, OpportunityPermissions.WAIVE, viewer, null).alive();
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid(List.of(FieldFault.required("reason")));
        }
        Rows.write(held.opportunity().validity().waived(viewer.userId(), reason), held.row());
        return store.save(held.row(), viewer);
    }

    @Transactional
    public int withdrawWaiver(long id, Viewer viewer) {
        Held held = commanded(id, OpportunityPermissions.WAIVE, viewer, null).alive();
        Rows.write(held.opportunity().validity().withoutWaiver(), held.row());
        return store.save(held.row(), viewer);
    }

    private Held writable(long id, Viewer viewer, @Nullable String reason) {
        writing.by(viewer, reason);
        Held held = store.lock(id, viewer);
        held.relation().mustWork();
        return held;
    }

    private Held commanded(long id, String permission, Viewer viewer, @Nullable String reason) {
        writing.by(viewer, reason);
        Held held = store.lock(id, viewer);
        held.relation().mustCommand(permission);
        return held;
    }

    /** A code that its dictionary does not know, or that says too little, is one fault more. */
    private Outcome known(Outcome outcome, String dictionary, String field, @Nullable String code) {
        return codes.fault(dictionary, field, code).map(outcome::with).orElse(outcome);
    }

    private static boolean mayBackDate(Viewer viewer) {
        return viewer.may(OpportunityPermissions.BACK_DATE);
    }

    private int conclude(Held held, Outcome outcome, Viewer viewer, @Nullable String reason) {
        return switch (outcome) {
            case Outcome.Changed(var after) -> {
                if (after.status().isClosed()) {
                    approvals.cancel(
                            Abandonment.KIND, after.id(), after.status().words().here(), viewer);
                    assessments.overtaken(after.id(), after.status().words(), viewer);
                }
                yield store.save(held, after, viewer, reason);
            }
            case Outcome.Refused refused -> throw problem(refused, held, viewer);
        };
    }

    /** Of the kind that has to be mended first, with all reasons of every kind. */
    private Problem problem(Outcome.Refused refused, Held held, Viewer viewer) {
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
