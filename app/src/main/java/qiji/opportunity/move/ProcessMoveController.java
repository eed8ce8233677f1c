package qiji.opportunity.move;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.SoundText;
import qiji.platform.Version;

/** By which process, and which edition of it, an opportunity goes, over HTTP. */
@RestController
@RequestMapping("/api/opportunities/{id}")
class ProcessMoveController {
    private final ProcessMoves moves;

    ProcessMoveController(ProcessMoves moves) {
        this.moves = moves;
    }

    record EditionChoice(@Nullable Integer version) {}

    @PostMapping("/newest-edition")
    Version toNewestEdition(
            @PathVariable long id, @RequestBody @Valid EditionChoice choice, @AuthenticationPrincipal Viewer viewer) {
        return new Version(moves.toNewestEdition(id, choice.version(), viewer));
    }

    record ProcessChoice(
            @NotNull Long processId,
            @Nullable Long stageId,
            @SoundText @Nullable String reason,
            @Nullable Integer version) {}

    @PutMapping("/process")
    Version change(
            @PathVariable long id, @RequestBody @Valid ProcessChoice choice, @AuthenticationPrincipal Viewer viewer) {
        return new Version(
                moves.change(id, choice.processId(), choice.stageId(), choice.reason(), choice.version(), viewer));
    }
}
