package qiji.opportunity.plan;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.opportunity.schedule.ItemsController;
import qiji.platform.Version;

/** The development plan of an opportunity over HTTP. */
@RestController
@RequestMapping("/api/opportunities/{id}/plan")
class PlanController extends ItemsController {
    private final Plans plans;
    private final PlanQueries queries;

    PlanController(Plans plans, PlanQueries queries) {
        super(plans);
        this.plans = plans;
        this.queries = queries;
    }

    @GetMapping
    PlanView plan(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        return queries.of(id, asOf, viewer);
    }

    @PutMapping
    Version save(@PathVariable long id, @RequestBody @Valid PlanDraft draft, @AuthenticationPrincipal Viewer viewer) {
        return new Version(plans.save(id, draft, viewer));
    }
}
