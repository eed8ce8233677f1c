package qiji.opportunity.board;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** What a seller begins the day with, and the pipeline as a board. */
@RestController
class WorkbenchController {
    private final Workbench workbench;
    private final BoardQueries boards;

    WorkbenchController(Workbench workbench, BoardQueries boards) {
        this.workbench = workbench;
        this.boards = boards;
    }

    @GetMapping("/api/workbench")
    Workbench.Today today(@AuthenticationPrincipal Viewer viewer) {
        return workbench.today(viewer);
    }

    /** {@code by} is stage (of {@code process}, else of the default one), owner, status, month of expected signing, or grade. */
    @GetMapping("/api/opportunities/board")
    BoardQueries.Board board(
            @RequestParam(defaultValue = "STAGE") BoardQueries.By by,
            @RequestParam(required = false) @Nullable Long process,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "20") int limit,
            @AuthenticationPrincipal Viewer viewer) {
        return boards.board(by, process, filter, limit, asOf, viewer);
    }
}
