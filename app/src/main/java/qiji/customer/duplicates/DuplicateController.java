package qiji.customer.duplicates;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.customer.duplicates.DuplicateSearchStore.Search;
import qiji.platform.Created;

/** What is probably there twice, over HTTP: of a name that is being typed, and among all. */
@RestController
class DuplicateController {
    private static final int MOST = 100;

    private final DuplicatePairs pairs;

    DuplicateController(DuplicatePairs pairs) {
        this.pairs = pairs;
    }

    /** {@code type} is customer or contact. */
    record Order(@NotBlank String type) {}

    /** {@code last} is null as long as nobody has searched. */
    record LastSearch(@Nullable Search last) {}

    @GetMapping("/api/customers/duplicates")
    Duplicates of(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String creditCode,
            @AuthenticationPrincipal Viewer viewer) {
        return pairs.of(name, creditCode, viewer);
    }

    @GetMapping("/api/duplicates")
    DuplicatePage page(
            @RequestParam String type,
            @RequestParam(defaultValue = "OPEN") DuplicateState state,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        return pairs.page(DuplicateType.of(type), state, after, Math.clamp(limit, 1, MOST), viewer);
    }

    @GetMapping("/api/duplicates/search")
    LastSearch lastSearch(@RequestParam String type, @AuthenticationPrincipal Viewer viewer) {
        return new LastSearch(pairs.lastSearch(DuplicateType.of(type), viewer));
    }

    /** Begins as a job. */
    @PostMapping("/api/duplicates/search")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Created search(@RequestBody @Valid Order order, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(pairs.search(DuplicateType.of(order.type()), viewer));
    }

    @PostMapping("/api/duplicates/{id}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        pairs.dismiss(id, viewer);
    }

    @DeleteMapping("/api/duplicates/{id}/dismissal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        pairs.reopen(id, viewer);
    }
}
