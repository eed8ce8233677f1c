package qiji.customer.merge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.Created;

/** Merges of customers and of contacts over HTTP. */
@RestController
@RequestMapping("/api/merges")
class MergeController {
    private final Merges merges;
    private final MergeUndo undo;

    MergeController(Merges merges, MergeUndo undo) {
        this.merges = merges;
        this.undo = undo;
    }

    /** What a merge would do, and all that speaks against it. */
    @GetMapping("/preview")
    MergePreview preview(
            @RequestParam String type,
            @RequestParam long keep,
            @RequestParam long gone,
            @AuthenticationPrincipal Viewer viewer) {
        return merges.preview(type, keep, gone, viewer);
    }

    /** {@code record} asks for those by which one record became another, or others became it. */
    @GetMapping
    MergeRow.Page page(
            @RequestParam String type,
            @RequestParam(required = false) @Nullable Long record,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Viewer viewer) {
        return merges.page(type, record, limit, after, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created merge(@RequestBody @Valid MergeDraft draft, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(merges.merge(draft, viewer));
    }

    /** Tells what could not be put back. */
    @PostMapping("/{id}/undo")
    Undone undo(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return undo.undo(id, viewer);
    }
}
