package qiji.opportunity.history;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** What happened to an opportunity, over HTTP, newest first. {@code after} is what the page before gave as {@code next}. */
@RestController
@RequestMapping("/api/opportunities/{id}")
class HistoryController {
    private static final int MOST_ROWS = 200;

    private final HistoryQueries history;
    private final TimelineQueries timeline;

    HistoryController(HistoryQueries history, TimelineQueries timeline) {
        this.history = history;
        this.timeline = timeline;
    }

    @GetMapping("/history")
    HistoryRow.Page history(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Instant after,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Viewer viewer) {
        return history.page(id, after, Math.clamp(limit, 1, MOST_ROWS), viewer);
    }

    /** Follow-ups, changes, files, tasks and steps of the grade, or only the {@code kinds} named. */
    @GetMapping("/timeline")
    TimelineEntry.Page timeline(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Instant after,
            @RequestParam(defaultValue = "ACTIVITY, CHANGE, FILE, TASK, GRADE") Set<TimelineEntry.Kind> kinds,
            @RequestParam(defaultValue = "30") int limit,
            @AuthenticationPrincipal Viewer viewer) {
        return timeline.page(id, after, kinds, Math.clamp(limit, 1, MOST_ROWS), viewer);
    }
}
