package qiji.opportunity.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import qiji.access.Viewer;
import qiji.platform.Created;
import qiji.platform.SoundText;
import qiji.platform.Version;

/** Items over HTTP, below the address of whatever they belong to. [D7] */
public abstract class ItemsController {
    private final ItemVerbs verbs;

    protected ItemsController(ItemVerbs verbs) {
        this.verbs = verbs;
    }

    record Baseline(
            @NotNull Integer version, @SoundText @Nullable String reason) {}

    /** Slips are measured against the days planned now. */
    @PostMapping("/baseline")
    Version setBaseline(
            @PathVariable long id, @RequestBody @Valid Baseline baseline, @AuthenticationPrincipal Viewer viewer) {
        return new Version(verbs.setBaseline(id, baseline.version(), baseline.reason(), viewer));
    }

    @PostMapping("/items")
    @ResponseStatus(HttpStatus.CREATED)
    Created add(@PathVariable long id, @RequestBody @Valid ItemDraft draft, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(verbs.add(id, draft, viewer));
    }

    @PutMapping("/items/{itemId}")
    Version change(
            @PathVariable long id,
            @PathVariable long itemId,
            @RequestBody @Valid ItemDraft draft,
            @AuthenticationPrincipal Viewer viewer) {
        return new Version(verbs.change(id, itemId, draft, viewer));
    }

    /** Other days alone; later items that depend on it make way. */
    @PatchMapping("/items/{itemId}")
    Version move(
            @PathVariable long id,
            @PathVariable long itemId,
            @RequestBody @Valid ItemMove move,
            @AuthenticationPrincipal Viewer viewer) {
        return new Version(verbs.move(id, itemId, move, viewer));
    }

    @DeleteMapping("/items/{itemId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable long id,
            @PathVariable long itemId,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal Viewer viewer) {
        verbs.remove(id, itemId, version, viewer);
    }
}
