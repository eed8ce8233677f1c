package qiji.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.opportunity.schedule.ItemDraft;
import qiji.opportunity.schedule.ItemMove;
import qiji.platform.Created;
import qiji.platform.SoundText;
import qiji.platform.Version;

/** What is to be done in a project, over HTTP. */
@RestController
@RequestMapping("/api/projects/{id}/plan")
class ProjectPlanController {
    private final ProjectPlans plans;
    private final ProjectQueries queries;

    ProjectPlanController(ProjectPlans plans, ProjectQueries queries) {
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

    record Measure(
            @NotNull Integer version, @SoundText @Nullable String reason) {}

    /** Slips are measured against the days planned now. */
    @PostMapping("/baseline")
    Version setBaseline(
            @PathVariable long id, @RequestBody @Valid Measure baseline, @AuthenticationPrincipal Viewer viewer) {
        return new Version(plans.setBaseline(id, baseline.version(), baseline.reason(), viewer));
    }

    @PostMapping("/items")
    @ResponseStatus(HttpStatus.CREATED)
    Created add(@PathVariable long id, @RequestBody @Valid ItemDraft draft, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(plans.add(id, draft, viewer));
    }

    @PutMapping("/items/{itemId}")
    Version change(
            @PathVariable long id,
            @PathVariable long itemId,
            @RequestBody @Valid ItemDraft draft,
            @AuthenticationPrincipal Viewer viewer) {
        return new Version(plans.change(id, itemId, draft, viewer));
    }

    /** Other days alone; later items that depend on it make way. */
    @PatchMapping("/items/{itemId}")
    Version move(
            @PathVariable long id,
            @PathVariable long itemId,
            @RequestBody @Valid ItemMove move,
            @AuthenticationPrincipal Viewer viewer) {
        return new Version(plans.move(id, itemId, move, viewer));
    }

    @DeleteMapping("/items/{itemId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable long id,
            @PathVariable long itemId,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal Viewer viewer) {
        plans.remove(id, itemId, version, viewer);
    }
}
