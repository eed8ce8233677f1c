package qiji.opportunity.rad;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.opportunity.OpportunityPermissions;
import qiji.records.past.AsOf;

/** The bands of the RAD grid over HTTP. */
@RestController
@RequestMapping("/api/opportunities")
class RadController {
    private final RadRules rules;
    private final Clock clock;

    RadController(RadRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** {@code rule} holds for the viewer's department; {@code differs} says that it does not hold everywhere. */
    record Bands(RadRule rule, boolean differs) {}

    /** At the end of a day; now without one. */
    @GetMapping("/rad")
    Bands bands(@RequestParam(required = false) @Nullable LocalDate asOf, @AuthenticationPrincipal Viewer viewer) {
        viewer.mustBeAllowed(OpportunityPermissions.READ);
        Instant moment = AsOf.endOf(asOf, clock);
        return new Bands(
                rules.of(viewer.departmentId(), moment),
                !rules.at(moment).rules().departments().isEmpty());
    }
}
