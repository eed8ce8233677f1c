package qiji.rule;

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

/** The sandbox of rules over HTTP. */
@RestController
@RequestMapping("/api/rules/{kind}")
class TrialController {
    private final Trials trials;

    TrialController(Trials trials) {
        this.trials = trials;
    }

    record Span(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /** Begins as a job. */
    @PostMapping("/editions/{edition}/trials")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TrialView.Started start(
            @PathVariable String kind,
            @PathVariable long edition,
            @RequestBody Span span,
            @AuthenticationPrincipal Viewer viewer) {
        return trials.start(kind, edition, span.from(), span.to(), viewer);
    }

    /** Ten at a time; {@code before} is the last one of those that are known. */
    @GetMapping("/trials")
    List<TrialView.Item> last(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable Long department,
            @RequestParam(required = false) @Nullable Long before,
            @AuthenticationPrincipal Viewer viewer) {
        return trials.last(kind, department, before, viewer);
    }

    @GetMapping("/trials/{id}")
    TrialView.Trial get(@PathVariable String kind, @PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return trials.get(kind, id, viewer);
    }
}
