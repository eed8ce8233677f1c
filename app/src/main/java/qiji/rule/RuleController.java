package qiji.rule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.Version;
import tools.jackson.databind.JsonNode;

/** Rules and their editions over HTTP. A version is that of the rule of one kind and place. */
@RestController
@RequestMapping("/api/rules")
class RuleController {
    private final Timelines timelines;
    private final Editions editions;

    RuleController(Timelines timelines, Editions editions) {
        this.timelines = timelines;
        this.editions = editions;
    }

    record DraftOrder(
            @Nullable Long departmentId,
            @NotNull Integer version,
            @Nullable JsonNode body) {}

    record BodyOrder(@NotNull Integer version, @Nullable JsonNode body) {}

    record PublishOrder(
            @NotNull Integer version,
            @Nullable LocalDate effectiveFrom,
            @Nullable String reason) {}

    record ReasonOrder(@NotNull Integer version, @Nullable String reason) {}

    record LockOrder(
            @NotNull Integer version,
            @NotNull Boolean locked,
            @Nullable String reason) {}

    record Drafted(String id, int version) {}

    @GetMapping
    List<RuleView.Kind> kinds(@AuthenticationPrincipal Viewer viewer) {
        return timelines.kinds(viewer);
    }

    @GetMapping("/{kind}")
    RuleView.Timeline timeline(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable Long department,
            @AuthenticationPrincipal Viewer viewer) {
        return timelines.timeline(kind, department, viewer);
    }

    @PostMapping("/{kind}/editions")
    @ResponseStatus(HttpStatus.CREATED)
    Drafted draft(
            @PathVariable String kind, @RequestBody @Valid DraftOrder order, @AuthenticationPrincipal Viewer viewer) {
        var drafted = editions.draft(kind, order.departmentId(), order.version(), order.body(), viewer);
        return new Drafted(Long.toString(drafted.id()), drafted.version());
    }

    @PutMapping("/{kind}/editions/{id}")
    Version edit(
            @PathVariable String kind,
            @PathVariable long id,
            @RequestBody @Valid BodyOrder order,
            @AuthenticationPrincipal Viewer viewer) {
        return new Version(editions.edit(kind, id, order.version(), order.body(), viewer));
    }

    @DeleteMapping("/{kind}/editions/{id}")
    Version discard(
            @PathVariable String kind,
            @PathVariable long id,
            @RequestParam int version,
            @AuthenticationPrincipal Viewer viewer) {
        return new Version(editions.discard(kind, id, version, viewer));
    }

    @PutMapping("/{kind}/editions/{id}/publication")
    Version publish(
            @PathVariable String kind,
            @PathVariable long id,
            @RequestBody @Valid PublishOrder order,
            @AuthenticationPrincipal Viewer viewer) {
        return new Version(editions.publish(kind, id, order.version(), order.effectiveFrom(), order.reason(), viewer));
    }

    @PutMapping("/{kind}/editions/{id}/withdrawal")
    Version withdraw(
            @PathVariable String kind,
            @PathVariable long id,
            @RequestBody @Valid ReasonOrder order,
            @AuthenticationPrincipal Viewer viewer) {
        return new Version(editions.withdraw(kind, id, order.version(), order.reason(), viewer));
    }

    @PutMapping("/{kind}/lock")
    Version lock(
            @PathVariable String kind, @RequestBody @Valid LockOrder order, @AuthenticationPrincipal Viewer viewer) {
        return new Version(editions.lock(kind, order.locked(), order.version(), order.reason(), viewer));
    }
}
