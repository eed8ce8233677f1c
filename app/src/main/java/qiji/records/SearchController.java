package qiji.records;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** The search over HTTP: the best of everything, more of one type, and how many there are. [X1] */
@RestController
@RequestMapping("/api/search")
class SearchController {
    private static final String FEW = "6";
    private static final String PAGE = "20";
    private static final int MOST = 100;

    private final Searches searches;

    SearchController(Searches searches) {
        this.searches = searches;
    }

    record Found(List<SearchGroup> groups) {}

    @GetMapping
    Found search(
            @RequestParam String q,
            @RequestParam(defaultValue = FEW) int limit,
            @AuthenticationPrincipal Viewer viewer) {
        return new Found(searches.everywhere(q, Math.clamp(limit, 1, MOST), viewer));
    }

    @GetMapping("/{type}")
    SearchGroup more(
            @PathVariable String type,
            @RequestParam String q,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = PAGE) int limit,
            @AuthenticationPrincipal Viewer viewer) {
        return searches.within(type, q, Math.clamp(skip, 0, SearchQueries.RANKED), Math.clamp(limit, 1, MOST), viewer);
    }

    /** By type; those that the viewer may not read are left out. */
    @GetMapping("/counts")
    Map<String, Aggregates.Count> counts(@RequestParam String q, @AuthenticationPrincipal Viewer viewer) {
        return searches.counts(q, viewer);
    }
}
