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
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.opportunity.life.Loss;
import qiji.opportunity.life.Proof;
import qiji.platform.SoundText;
import qiji.platform.Version;

/** The life of an opportunity over HTTP: each verb answers with the new version. */
@RestController
@RequestMapping("/api/opportunities/{id}")
class MoveController {
    private final OpportunityMoves moves;

    MoveController(OpportunityMoves moves) {
        this.moves = moves;
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

    record Win(@Nullable LocalDate wonOn, @Nullable BigDecimal wonAmount) {}

    @PostMapping("/win")
    Version win(@PathVariable long id, @RequestBody @Valid Win win, @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.win(id, win.wonOn(), win.wonAmount(), viewer));
    }

    @PostMapping("/loss")
    Version lose(@PathVariable long id, @RequestBody @Valid Loss loss, @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.lose(id, loss, viewer));
    }

    record Deferral(
            @Nullable LocalDate wakeUpOn,
            @SoundText @Nullable String reason) {}

    @PostMapping("/deferral")
    Version defer(
            @PathVariable long id, @RequestBody @Valid Deferral deferral, @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.defer(id, deferral.wakeUpOn(), deferral.reason(), viewer));
    }

    @PostMapping("/resumption")
    Version resume(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.resume(id, viewer));
    }

    record Reason(@SoundText @Nullable String reason) {}

    @PostMapping("/abandonment")
    Version abandon(@PathVariable long id, @RequestBody @Valid Reason why, @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.abandon(id, why.reason(), viewer));
    }

    record Invalidation(
            @Nullable String cause, @SoundText @Nullable String explanation) {}

    @PostMapping("/invalidation")
    Version invalidate(
            @PathVariable long id, @RequestBody @Valid Invalidation why, @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.invalidate(id, why.cause(), why.explanation(), viewer));
    }

    record Reopening(
            @SoundText @Nullable String reason, @Nullable Long stageId) {}

    @PostMapping("/reopening")
    Version reopen(@PathVariable long id, @RequestBody @Valid Reopening how, @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.reopen(id, how.reason(), how.stageId(), viewer));
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
        return new Version(moves.waiveValidity(id, why.reason(), viewer));
    }

    @DeleteMapping("/validity-waiver")
    Version withdrawWaiver(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.withdrawWaiver(id, viewer));
    }
}
