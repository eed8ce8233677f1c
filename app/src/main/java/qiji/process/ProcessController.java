package qiji.process;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.Created;
import qiji.platform.Version;

/** Sales processes over HTTP. */
@RestController
@RequestMapping("/api/processes")
class ProcessController {
    private final Processes processes;
    private final EditionPages editions;

    ProcessController(Processes processes, EditionPages editions) {
        this.processes = processes;
        this.editions = editions;
    }

    @GetMapping
    List<SalesProcess> list(@AuthenticationPrincipal Viewer viewer) {
        return processes.list(viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody @Valid ProcessDraft draft, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(processes.create(draft.process(null), draft.reason(), viewer));
    }

    @PutMapping("/{id}")
    Version replace(
            @PathVariable long id, @RequestBody @Valid ProcessDraft draft, @AuthenticationPrincipal Viewer viewer) {
        return new Version(processes.replace(draft.process(id), draft.reason(), viewer));
    }

    /** Newest first, with how many of the opportunities under way that the viewer sees go by each. */
    @GetMapping("/{id}/editions")
    List<EditionPages.Row> editions(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return editions.of(id, viewer);
    }

    /** The stages as that edition has them. */
    @GetMapping("/{id}/editions/{number}")
    List<Stage> edition(@PathVariable long id, @PathVariable int number, @AuthenticationPrincipal Viewer viewer) {
        return editions.stages(id, number, viewer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        processes.archive(id, viewer);
    }
}
