package qiji.competitor;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.Created;
import qiji.platform.Version;
import qiji.records.RecordPage;
import qiji.records.RecordPage.ValuesOf;
import tools.jackson.databind.node.ObjectNode;

/** Competitors over HTTP. Lists come from the records API. */
@RestController
@RequestMapping("/api/competitors")
@ValuesOf("competitor")
class CompetitorController {
    private final Competitors competitors;

    CompetitorController(Competitors competitors) {
        this.competitors = competitors;
    }

    @GetMapping("/{id}")
    RecordPage one(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return competitors.get(id, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody ObjectNode values, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(competitors.create(values, viewer));
    }

    @PatchMapping("/{id}")
    Version edit(@PathVariable long id, @RequestBody ObjectNode values, @AuthenticationPrincipal Viewer viewer) {
        return new Version(competitors.edit(id, values, viewer));
    }

    @PostMapping("/{id}/archive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        competitors.archive(id, viewer);
    }

    @PostMapping("/{id}/restoration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        competitors.restore(id, viewer);
    }
}
