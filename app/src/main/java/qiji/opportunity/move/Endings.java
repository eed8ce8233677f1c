package qiji.opportunity.move;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import qiji.access.Viewer;
import qiji.approval.Approvals;
import qiji.competitor.CompetitorPermissions;
import qiji.opportunity.Codes;
import qiji.opportunity.Held;
import qiji.opportunity.OpportunityPermissions;
import qiji.opportunity.OpportunityStore;
import qiji.opportunity.life.Learned;
import qiji.opportunity.life.Loss;
import qiji.opportunity.life.OpportunityStatus;
import qiji.opportunity.life.Outcome;
import qiji.opportunity.life.Review;
import qiji.opportunity.review.Measures;
import qiji.opportunity.rival.RivalStore;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Time;
import qiji.platform.Words;
import qiji.process.Stage;
import qiji.process.Stages;

/**
 * How an opportunity ends without being won, what is said of an ending, and the way back: for its owner and leaders. Each verb
 * throws NOT_FOUND for what the viewer may not see, FORBIDDEN, STALE_VERSION if another version is named than it has,
 * STATUS_FORBIDS, INVALID_FIELDS with all reasons, and answers with the new version. [D12]
 */
@Service
public class Endings {
    /** Of a loss to a competitor, somebody won it. */
    private static final String COMPETITION = "COMPETITION";

    private final OpportunityStore store;
    private final Verdict verdict;
    private final Codes codes;
    private final Stages stages;
    private final RivalStore rivals;
    private final Measures measures;
    private final Unread unread;
    private final Approvals approvals;
    private final Clock clock;

    Endings(
            OpportunityStore store,
            Verdict verdict,
            Codes codes,
            Stages stages,
            RivalStore rivals,
            Measures measures,
            Unread unread,
            Approvals approvals,
            Clock clock) {
        this.store = store;
        this.verdict = verdict;
        this.codes = codes;
        this.stages = stages;
        this.rivals = rivals;
        this.measures = measures;
        this.unread = unread;
        this.approvals = approvals;
        this.clock = clock;
    }

    /** Its summary is a field of its own, so that a rule can hide it: the history repeats none of these as a reason. */
    @Transactional
    public int lose(long id, Loss loss, Learned learned, @Nullable Integer version, Viewer viewer) {
        Held held = verdict.toCommand(id, OpportunityPermissions.EDIT, null, version, viewer);
        Outcome outcome = held.opportunity().lose(loss, learned, clock.instant());
        return verdict.conclude(held, judged(held, outcome, loss, learned, viewer), null, viewer);
    }

    /** Tells an ending anew; what it was, and when, stays, and what is hidden from the viewer. */
    @Transactional
    public int review(long id, Review said, @Nullable Integer version, Viewer viewer) {
        Held held = verdict.toCommand(id, OpportunityPermissions.EDIT, null, version, viewer);
        Review review = unread.kept(said, held.opportunity().closing(), viewer);
        Outcome outcome = held.opportunity().review(review);
        Loss loss = held.opportunity().status() == OpportunityStatus.LOST ? review.loss() : null;
        return verdict.conclude(held, judged(held, outcome, loss, review.learned(), viewer), null, viewer);
    }

    /** What the rules cannot know: whether what is named is there. What stood there before is not asked again. */
    private Outcome judged(Held held, Outcome outcome, @Nullable Loss loss, Learned learned, Viewer viewer) {
        Outcome judged = outcome;
        if (loss != null) {
            judged = known(
                    judged, "lost-reason", "reason", loss.reason(), held.row().getLostReason());
            judged = whoWon(held, judged, loss, viewer);
        }
        LocalDate dueOn = learned.preventionDueOn();
        if (dueOn != null
                && dueOn.isBefore(LocalDate.ofInstant(clock.instant(), Time.ZONE))
                && !dueOn.equals(held.row().getPreventionDueOn())) {
            judged = judged.with(
                    FieldFault.of("preventionDueOn", "past", Words.of("不能早于今天", "It must not be before today")));
        }
        Long owner = learned.preventionOwnerId();
        return owner == null || owner.equals(held.row().getPreventionOwnerId()) || measures.mayBeTakenBy(owner)
                ? judged
                : judged.with(FieldFault.of(
                        "preventionOwnerId", "unknown", Words.of("没有这位在职用户", "There is no such active user")));
    }

    private Outcome whoWon(Held held, Outcome outcome, Loss loss, Viewer viewer) {
        Long winner = loss.competitorId();
        if (winner == null) {
            boolean unsaid = loss.competitor() == null || loss.competitor().isBlank();
            return unsaid && codes.isBelow("lost-reason", loss.reason(), COMPETITION)
                    ? outcome.with(FieldFault.of(
                            "competitorId", "required", Words.of("输给了竞争对手，请说明是谁", "Lost to a competitor: say to whom")))
                    : outcome;
        }
        boolean named = winner.equals(held.row().getLostToCompetitorId())
                || viewer.may(CompetitorPermissions.READ)
                        && rivals.isKnown(held.row().getId(), winner);
        return named ? outcome : outcome.with(FieldFault.unknown("competitorId"));
    }

    /** Asks for approval; until that comes nothing changes. Throws APPROVAL_PENDING, APPROVAL_LEVEL_EMPTY. */
    @Transactional
    public int abandon(long id, @Nullable String reason, @Nullable Integer version, Viewer viewer) {
        Held held = verdict.toCommand(id, OpportunityPermissions.ABANDON, null, version, viewer);
        if (held.opportunity().abandon(reason, clock.instant()) instanceof Outcome.Refused refused) {
            throw verdict.problem(refused, held, viewer);
        }
        approvals.send(Abandonment.KIND, id, reason, viewer);
        return held.row().getVersion();
    }

    @Transactional
    public int invalidate(
            long id,
            @Nullable String cause,
            @Nullable String explanation,
            Learned learned,
            @Nullable Integer version,
            Viewer viewer) {
        Held held = verdict.toCommand(id, OpportunityPermissions.EDIT, null, version, viewer);
        Outcome outcome = held.opportunity().invalidate(cause, explanation, learned, clock.instant());
        Outcome judged = judged(held, outcome, null, learned, viewer);
        return verdict.conclude(held, known(judged, "invalid-cause", "cause", cause, null), null, viewer);
    }

    /** To the stage named, else to the one it was in before it ended. */
    @Transactional
    public int reopen(
            long id, @Nullable String reason, @Nullable Long stageId, @Nullable Integer version, Viewer viewer) {
        Held held = verdict.toCommand(id, OpportunityPermissions.REOPEN, reason, version, viewer);
        Stage target = stageId == null
                ? null
                : held.opportunity()
                        .process()
                        .findStage(stageId)
                        .or(() -> stages.findStage(stageId))
                        .orElseThrow(() -> Problem.invalid(List.of(FieldFault.unknown("stageId"))));
        Stage lastOpen = store.lastOpenStage(held.opportunity());
        Outcome outcome = held.opportunity().reopen(reason, target, lastOpen, clock.instant());
        return verdict.conclude(held, outcome, reason, viewer);
    }

    /** A code that its dictionary does not know, or that says too little, is one fault more; not what stood there before. */
    private Outcome known(
            Outcome outcome, String dictionary, String field, @Nullable String code, @Nullable String before) {
        return code != null && code.equals(before)
                ? outcome
                : codes.fault(dictionary, field, code).map(outcome::with).orElse(outcome);
    }
}
