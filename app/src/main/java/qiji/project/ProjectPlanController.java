package qiji.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.opportunity.schedule.ItemsController;

/** What is to be done in a project, over HTTP. */
@RestController
@RequestMapping("/api/projects/{id}/plan")
class ProjectPlanController extends ItemsController {
    private final ProjectPlans plans;
    private final ProjectQueries queries;

    ProjectPlanController(ProjectPlans plans, ProjectQueries queries) {
        super(plans);
        this.plans = plans;
        this.queries = queries;
    }

    @GetMapping
    ProjectQueries.Planned plan(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        return queries.plan(id, asOf, viewer);
    }

    record Copied(int count) {}

    /** The open items of the opportunity's plan, into a project that has none yet. */
    @PostMapping("/takeover")
    Copied takeOver(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return new Copied(plans.takeOver(id, viewer));
    }
}
