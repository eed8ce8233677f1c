package qiji.opportunity.risk;

import jakarta.validation.Valid;
import java.time.LocalDate;
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
import qiji.platform.Created;
import qiji.platform.Version;

/** The risks of an opportunity over HTTP. */
@RestController
@RequestMapping("/api/opportunities/{id}/risks")
class RiskController {
    private final Risks risks;
    private final RiskQueries queries;

    RiskController(Risks risks, RiskQueries queries) {
        this.risks = risks;
        this.queries = queries;
    }

    @GetMapping
    RiskQueries.Register risks(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        return queries.of(id, asOf, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created add(@PathVariable long id, @RequestBody @Valid RiskDraft draft, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(risks.add(id, draft, viewer));
    }

    @PutMapping("/{riskId}")
    Version change(
            @PathVariable long id,
            @PathVariable long riskId,
            @RequestBody @Valid RiskDraft draft,
            @AuthenticationPrincipal Viewer viewer) {
        return new Version(risks.change(id, riskId, draft, viewer));
    }

    @DeleteMapping("/{riskId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable long id,
            @PathVariable long riskId,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal Viewer viewer) {
        risks.remove(id, riskId, version, viewer);
    }
}
