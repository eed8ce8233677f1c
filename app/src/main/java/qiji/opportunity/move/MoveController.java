package qiji.opportunity.move;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.opportunity.life.Learned;
import qiji.opportunity.life.Loss;
import qiji.opportunity.life.Proof;
import qiji.opportunity.life.Review;
import qiji.platform.SoundText;
import qiji.platform.Version;

/**
 * The life of an opportunity over HTTP: each verb answers with the new version. The version that was read goes with each, and
 * a newer one refuses it. Programs written before may leave it out: they act on whatever is there, as they always did.
 */
@RestController
@RequestMapping("/api/opportunities/{id}")
class MoveController {
    private final OpportunityMoves moves;
    private final Endings endings;

    MoveController(OpportunityMoves moves, Endings endings) {
        this.moves = moves;
        this.endings = endings;
    }

    /** {@code wonOn} is the day it was won, where the stage is the final one; today if absent. */
    record StageChoice(
            @NotNull Long stageId,
            @SoundText @Nullable String reason,
            @Nullable LocalDate wonOn,
            @Nullable Integer version) {}

    @PutMapping("/stage")
    Version moveToStage(
            @PathVariable long id, @RequestBody @Valid StageChoice choice, @AuthenticationPrincipal Viewer viewer) {
        return new Version(
                moves.moveToStage(id, choice.stageId(), choice.reason(), choice.wonOn(), choice.version(), viewer));
    }

    record Win(
            @Nullable LocalDate wonOn,
            @Nullable BigDecimal wonAmount,
            @SoundText(max = 5000) @Nullable String lesson,
            @Nullable Integer version) {}

    @PostMapping("/win")
    Version win(@PathVariable long id, @RequestBody @Valid Win win, @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.win(
                id, new OpportunityMoves.Winning(win.wonOn(), win.wonAmount(), win.lesson()), win.version(), viewer));
    }

    @PostMapping("/loss")
    Version lose(@PathVariable long id, @RequestBody @Valid Told told, @AuthenticationPrincipal Viewer viewer) {
        return new Version(endings.lose(id, told.loss(), told.learned(), told.version(), viewer));
    }

    /** What is said of an ending: of a lost one why, of any what is learnt. */
    record Told(
            @Nullable String reason,
            @SoundText(max = 5000) @Nullable String summary,
            @SoundText(max = 200) @Nullable String competitor,
            @Nullable Long competitorId,
            @SoundText(max = 5000) @Nullable String explanation,
            @SoundText(max = 5000) @Nullable String lesson,
            @SoundText(max = 5000) @Nullable String prevention,
            @Nullable Long preventionOwnerId,
            @Nullable LocalDate preventionDueOn,
            @Nullable Integer version) {
        Loss loss() {
            return new Loss(reason, summary, competitor, competitorId);
        }

        Learned learned() {
            return new Learned(lesson, prevention, preventionOwnerId, preventionDueOn);
        }
    }

    /** Tells an ending anew, whole: what is left out is emptied. */
    @PutMapping("/review")
    Version review(@PathVariable long id, @RequestBody @Valid Told told, @AuthenticationPrincipal Viewer viewer) {
        return new Version(endings.review(
                id, new Review(told.loss(), told.explanation(), told.learned()), told.version(), viewer));
    }

    record Deferral(
            @Nullable LocalDate wakeUpOn,
            @SoundText @Nullable String reason,
            @Nullable Integer version) {}

    @PostMapping("/deferral")
    Version defer(
            @PathVariable long id, @RequestBody @Valid Deferral deferral, @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.defer(id, deferral.wakeUpOn(), deferral.reason(), deferral.version(), viewer));
    }

    record Seen(@Nullable Integer version) {}

    @PostMapping("/resumption")
    Version resume(
            @PathVariable long id,
            @RequestBody(required = false) @Nullable Seen seen,
            @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.resume(id, seen == null ? null : seen.version(), viewer));
    }

    record Reason(
            @SoundText @Nullable String reason, @Nullable Integer version) {}

    @PostMapping("/abandonment")
    Version abandon(@PathVariable long id, @RequestBody @Valid Reason why, @AuthenticationPrincipal Viewer viewer) {
        return new Version(endings.abandon(id, why.reason(), why.version(), viewer));
    }

    record Invalidation(
            @Nullable String cause,
            @SoundText(max = 5000) @Nullable String explanation,
            @SoundText(max = 5000) @Nullable String lesson,
            @SoundText(max = 5000) @Nullable String prevention,
            @Nullable Long preventionOwnerId,
            @Nullable LocalDate preventionDueOn,
            @Nullable Integer version) {}

    @PostMapping("/invalidation")
    Version invalidate(
            @PathVariable long id, @RequestBody @Valid Invalidation why, @AuthenticationPrincipal Viewer viewer) {
        var learned = new Learned(why.lesson(), why.prevention(), why.preventionOwnerId(), why.preventionDueOn());
        return new Version(endings.invalidate(id, why.cause(), why.explanation(), learned, why.version(), viewer));
    }

    record Reopening(
            @SoundText @Nullable String reason,
            @Nullable Long stageId,
            @Nullable Integer version) {}

    @PostMapping("/reopening")
    Version reopen(@PathVariable long id, @RequestBody @Valid Reopening how, @AuthenticationPrincipal Viewer viewer) {
        return new Version(endings.reopen(id, how.reason(), how.stageId(), how.version(), viewer));
    }

    record Proofs(
            @Valid @Nullable Proof need,
            @Valid @Nullable Proof kp,
            @Valid @Nullable Proof budget,
            @Nullable Integer version) {}

    @PutMapping("/validity")
    Version judgeValidity(
            @PathVariable long id, @RequestBody @Valid Proofs proofs, @AuthenticationPrincipal Viewer viewer) {
        return new Version(
                moves.judgeValidity(id, proofs.need(), proofs.kp(), proofs.budget(), proofs.version(), viewer));
    }

    @PutMapping("/validity-waiver")
    Version waiveValidity(
            @PathVariable long id, @RequestBody @Valid Reason why, @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.waiveValidity(id, why.reason(), why.version(), viewer));
    }

    @DeleteMapping("/validity-waiver")
    Version withdrawWaiver(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.withdrawWaiver(id, version, viewer));
    }
}
