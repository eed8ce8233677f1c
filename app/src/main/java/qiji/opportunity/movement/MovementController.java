package qiji.opportunity.movement;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** The pipeline of two days compared, over HTTP. */
@RestController
@RequestMapping("/api/opportunities/movements")
class MovementController {
    private final MovementQueries movements;
    private final Clock clock;

    MovementController(MovementQueries movements, Clock clock) {
        this.movements = movements;
        this.clock = clock;
    }

    /** What was open at the end of both days, and each movement between; of opportunities to be signed in a period, if one is given. */
    @GetMapping
    MovementQueries.Compared compared(
            @RequestParam LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable LocalDate signedFrom,
            @RequestParam(required = false) @Nullable LocalDate signedTo,
            @RequestParam(required = false) @Nullable String filter,
            @AuthenticationPrincipal Viewer viewer) {
        return movements.compare(Comparison.of(from, to, signedFrom, signedTo, filter, clock), viewer);
    }

    /** The opportunities behind one movement, or without a period behind {@code slipped} and {@code pulledIn}, the largest first. */
    @GetMapping("/records")
    MovementQueries.Moved records(
            @RequestParam LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable LocalDate signedFrom,
            @RequestParam(required = false) @Nullable LocalDate signedTo,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam Movement movement,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        var wanted = Comparison.of(from, to, signedFrom, signedTo, filter, clock);
        return movements.behind(movement, wanted, limit, after, viewer);
    }
}
