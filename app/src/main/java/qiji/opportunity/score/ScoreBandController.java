package qiji.opportunity.score;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** Scores against what became of them, over HTTP. */
@RestController
@RequestMapping("/api/opportunities")
class ScoreBandController {
    private final ScoreBandQueries queries;

    ScoreBandController(ScoreBandQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/score-bands")
    ScoreBandQueries.Comparison compare(@AuthenticationPrincipal Viewer viewer) {
        return queries.compare(viewer);
    }
}
