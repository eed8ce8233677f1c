package qiji.opportunity.control;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.opportunity.gate.GateApprovals;
import qiji.opportunity.life.UnmetGate;
import qiji.platform.SoundText;

/** How its stages are controlled, over HTTP. */
@RestController
@RequestMapping("/api/opportunities")
class ControlController {
    private final StageControl control;
    private final ControlQueries queries;
    private final WaiverQueries waivers;
    private final GateApprovals approvals;

    ControlController(StageControl control, ControlQueries queries, WaiverQueries waivers, GateApprovals approvals) {
        this.control = control;
        this.queries = queries;
        this.waivers = waivers;
        this.approvals = approvals;
    }

    /** How often who waived what a stage asks for. */
    @GetMapping("/gate-waivers")
    List<WaiverQueries.Row> count(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @AuthenticationPrincipal Viewer viewer) {
        return waivers.counted(from, to, viewer);
    }

    @GetMapping("/{id}/stages/{stageId}")
    ControlQueries.StageView stage(
            @PathVariable long id, @PathVariable long stageId, @AuthenticationPrincipal Viewer viewer) {
        return queries.stage(id, stageId, viewer);
    }

    @PutMapping("/{id}/stage-answers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable long id, @RequestBody @Valid AnswerGiven given, @AuthenticationPrincipal Viewer viewer) {
        control.answer(id, given, viewer);
    }

    record EvidenceGiven(@NotNull Long stageId, @NotNull Long fileId) {}

    @PostMapping("/{id}/evidence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prove(@PathVariable long id, @RequestBody @Valid EvidenceGiven given, @AuthenticationPrincipal Viewer viewer) {
        control.prove(id, given.stageId(), given.fileId(), viewer);
    }

    @DeleteMapping("/{id}/evidence/{stageId}/{fileId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmark(
            @PathVariable long id,
            @PathVariable long stageId,
            @PathVariable long fileId,
            @AuthenticationPrincipal Viewer viewer) {
        control.unmark(id, stageId, fileId, viewer);
    }

    @GetMapping("/{id}/gate-waivers")
    List<ControlQueries.Waiver> waivers(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return queries.waivers(id, viewer);
    }

    /** {@code item} as the refusal named it. */
    record WaiverGiven(
            @NotNull Long stageId,
            @NotNull UnmetGate.Kind kind,
            @NotBlank @SoundText @Size(max = 600) String item,
            @SoundText @Size(max = 2000) @Nullable String reason) {}

    @PostMapping("/{id}/gate-waivers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void waive(@PathVariable long id, @RequestBody @Valid WaiverGiven given, @AuthenticationPrincipal Viewer viewer) {
        control.waive(id, new UnmetGate(given.stageId(), given.kind(), given.item()), given.reason(), viewer);
    }

    @DeleteMapping("/{id}/gate-waivers/{waiverId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long id, @PathVariable long waiverId, @AuthenticationPrincipal Viewer viewer) {
        control.withdraw(id, waiverId, viewer);
    }

    record ApprovalAsked(
            @NotNull Long stageId,
            @SoundText @Size(max = 2000) @Nullable String note) {}

    @PostMapping("/{id}/gate-approvals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askApproval(
            @PathVariable long id, @RequestBody @Valid ApprovalAsked asked, @AuthenticationPrincipal Viewer viewer) {
        approvals.ask(id, asked.stageId(), asked.note(), viewer);
    }
}
