package qiji.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.RecordRef;
import qiji.access.Viewer;
import qiji.approval.ApprovalSubject.Outcome;
import qiji.platform.SoundText;

/** Approvals over HTTP. What is to be approved is sent by the verbs of the modules that own it. */
@RestController
@RequestMapping("/api/approvals")
class ApprovalController {
    private final ApprovalPages pages;
    private final Approvals approvals;
    private final Decisions decisions;
    private final ManyDecisions many;

    ApprovalController(ApprovalPages pages, Approvals approvals, Decisions decisions, ManyDecisions many) {
        this.pages = pages;
        this.approvals = approvals;
        this.decisions = decisions;
        this.many = many;
    }

    @GetMapping
    ApprovalRow.Page box(
            @RequestParam ApprovalRow.Box box,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Viewer viewer) {
        return pages.box(box, after, viewer);
    }

    @GetMapping("/counts")
    ApprovalRow.Counts counts(@AuthenticationPrincipal Viewer viewer) {
        return pages.counts(viewer);
    }

    @GetMapping("/of")
    List<ApprovalRow> of(
            @RequestParam String recordType, @RequestParam long recordId, @AuthenticationPrincipal Viewer viewer) {
        return pages.of(new RecordRef(recordType, recordId), viewer);
    }

    @GetMapping("/preview")
    Chain preview(@RequestParam String kind, @RequestParam long subject, @AuthenticationPrincipal Viewer viewer) {
        return approvals.preview(kind, subject, viewer);
    }

    @GetMapping("/{id}")
    ApprovalDetail get(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return pages.get(id, viewer);
    }

    record Said(
            @NotNull Outcome outcome,
            @SoundText(max = 4000) @Nullable String comment) {}

    @PostMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable long id, @RequestBody @Valid Said said, @AuthenticationPrincipal Viewer viewer) {
        decisions.decide(id, said.outcome(), said.comment(), viewer);
    }

    record ManySaid(
            @NotNull @Size(min = 1, max = 200) List<@NotNull Long> ids,
            @NotNull Outcome outcome,
            @SoundText(max = 4000) @Nullable String comment) {}

    @PostMapping("/decisions")
    List<ManyDecisions.Result> decideMany(@RequestBody @Valid ManySaid said, @AuthenticationPrincipal Viewer viewer) {
        return many.decide(said.ids(), said.outcome(), said.comment(), viewer);
    }

    record Comment(@SoundText(max = 4000) @Nullable String comment) {}

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long id, @RequestBody @Valid Comment why, @AuthenticationPrincipal Viewer viewer) {
        decisions.withdraw(id, why.comment(), viewer);
    }

    record Other(
            @Nullable Long userId,
            @SoundText(max = 4000) @Nullable String comment) {}

    @PostMapping("/{id}/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transfer(@PathVariable long id, @RequestBody @Valid Other to, @AuthenticationPrincipal Viewer viewer) {
        decisions.transfer(id, to.userId(), to.comment(), viewer);
    }

    @PostMapping("/{id}/approvers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable long id, @RequestBody @Valid Other more, @AuthenticationPrincipal Viewer viewer) {
        decisions.add(id, more.userId(), more.comment(), viewer);
    }

    @PostMapping("/{id}/reminder")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remind(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        decisions.remind(id, viewer);
    }
}
