package qiji.records.bulk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.Created;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.SoundText;
import qiji.platform.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Work on many records over HTTP. */
@RestController
class BulkController {
    private final BulkRuns runs;

    BulkController(BulkRuns runs) {
        this.runs = runs;
    }

    record Order(
            @NotBlank String action,
            @NotNull @Valid Selection selection,
            @NotNull JsonNode given) {}

    record Offers(List<BulkActions.Offer> actions) {}

    /** What the viewer may do with many records of the type. */
    @GetMapping("/api/records/{type}/bulk")
    Offers offers(@PathVariable String type, @AuthenticationPrincipal Viewer viewer) {
        return new Offers(runs.offers(type, viewer));
    }

    /** Begins as a job. */
    @PostMapping("/api/records/{type}/bulk")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Created start(@PathVariable String type, @RequestBody @Valid Order order, @AuthenticationPrincipal Viewer viewer) {
        if (!SoundText.Check.isSound(
                order.given().toString() + order.selection().filter())) {
            throw Problem.invalid(
                    List.of(FieldFault.of("given", "malformed", Words.of("含有无效字符", "It holds invalid characters"))));
        }
        if (!(order.given() instanceof ObjectNode given)) {
            throw Problem.invalid(
                    List.of(FieldFault.of("given", "wrong-type", Words.of("应为对象", "It must be an object"))));
        }
        return Created.of(runs.start(type, order.action(), order.selection(), given, viewer));
    }

    @GetMapping("/api/bulk-runs/{id}")
    BulkRun get(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return runs.get(id, viewer);
    }

    /** The records that were refused, with the reasons, behind the place {@code after}. */
    @GetMapping("/api/bulk-runs/{id}/refusals")
    BulkRun.Refusals refusals(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int after,
            @AuthenticationPrincipal Viewer viewer) {
        return runs.refusals(id, after, viewer);
    }
}
