package qiji.opportunity.detail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import qiji.opportunity.Opportunities;
import qiji.platform.Created;
import qiji.platform.SoundText;
import qiji.platform.Version;
import qiji.records.RecordPage.ValuesOf;
import tools.jackson.databind.JsonNode;

/** Opportunities over HTTP: one read whole, made, edited, given to others. Lists are those of the catalogue. */
@RestController
@RequestMapping("/api/opportunities")
@ValuesOf("opportunity")
class OpportunityController {
    private final Opportunities opportunities;
    private final OpportunityDetails details;

    OpportunityController(Opportunities opportunities, OpportunityDetails details) {
        this.opportunities = opportunities;
        this.details = details;
    }

    @GetMapping("/{id}")
    OpportunityDetail get(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        return details.get(id, asOf, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody JsonNode body, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(opportunities.create(body, viewer));
    }

    @PatchMapping("/{id}")
    Version edit(@PathVariable long id, @RequestBody JsonNode body, @AuthenticationPrincipal Viewer viewer) {
        return new Version(opportunities.edit(id, body, viewer));
    }

    record NewOwner(
            @NotNull Long ownerId,
            @NotBlank @SoundText String reason,
            @Nullable Integer version) {}

    @PutMapping("/{id}/owner")
    Version transfer(@PathVariable long id, @RequestBody @Valid NewOwner to, @AuthenticationPrincipal Viewer viewer) {
        return new Version(opportunities.transfer(id, to.ownerId(), to.reason(), to.version(), viewer));
    }
}
