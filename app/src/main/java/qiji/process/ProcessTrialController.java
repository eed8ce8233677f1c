package qiji.process;

import jakarta.validation.Valid;
import java.time.LocalDate;
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
import qiji.access.Viewer;
import qiji.rule.TrialView;

/** The sandbox of sales processes over HTTP. */
@RestController
@RequestMapping("/api/processes/{id}/trials")
class ProcessTrialController {
    private final ProcessTrials trials;

    ProcessTrialController(ProcessTrials trials) {
        this.trials = trials;
    }

    /** Begins as a job; nothing of the draft is published. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    TrialView.Started start(
            @PathVariable long id,
            @RequestBody @Valid ProcessDraft draft,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @AuthenticationPrincipal Viewer viewer) {
        return trials.start(id, draft, from, to, viewer);
    }

    /** Ten at a time; {@code before} is the last one of those that are known. */
    @GetMapping
    List<TrialView.Item> last(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long before,
            @AuthenticationPrincipal Viewer viewer) {
        return trials.last(id, before, viewer);
    }

    @GetMapping("/{trial}")
    TrialView.Trial get(@PathVariable long id, @PathVariable long trial, @AuthenticationPrincipal Viewer viewer) {
        return trials.get(id, trial, viewer);
    }
}
