package qiji.opportunity.review;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** What came of an ending, over HTTP. The ending itself is told by the verbs of the opportunity's life. */
@RestController
class ReviewController {
    private final ReviewQueries queries;

    ReviewController(ReviewQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/opportunities/{id}/review")
    ReviewQueries.Aftermath aftermath(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return queries.of(id, viewer);
    }
}
