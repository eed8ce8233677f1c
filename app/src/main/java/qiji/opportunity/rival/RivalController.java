package qiji.opportunity.rival;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** The competitors of opportunities over HTTP: of one, and how we fare against each. */
@RestController
@RequestMapping("/api/opportunities")
class RivalController {
    private final Rivals rivals;
    private final RivalQueries queries;
    private final WinLossQueries winLoss;

    RivalController(Rivals rivals, RivalQueries queries, WinLossQueries winLoss) {
        this.rivals = rivals;
        this.queries = queries;
        this.winLoss = winLoss;
    }

    @GetMapping("/{id}/rivals")
    List<RivalQueries.Row> rivals(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        return queries.of(id, asOf, viewer);
    }

    /** A competitor met already takes what is said of it now. */
    @PutMapping("/{id}/rivals/{competitorId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(
            @PathVariable long id,
            @PathVariable long competitorId,
            @RequestBody @Valid RivalDraft draft,
            @AuthenticationPrincipal Viewer viewer) {
        rivals.save(id, competitorId, draft, viewer);
    }

    @DeleteMapping("/{id}/rivals/{competitorId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable long id,
            @PathVariable long competitorId,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal Viewer viewer) {
        rivals.remove(id, competitorId, version, viewer);
    }

    /** Won, lost and open by competitor, of one alone if it is named; won and lost those closed from one day to another. */
    @GetMapping("/win-loss")
    List<WinLossQueries.Standing> winLoss(
            @RequestParam(required = false) @Nullable Long competitor,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @AuthenticationPrincipal Viewer viewer) {
        return winLoss.standings(competitor, ClosingSpan.of(from, to), viewer);
    }
}
