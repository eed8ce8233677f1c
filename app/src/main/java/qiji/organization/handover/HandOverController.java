package qiji.organization.handover;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** Leavers and movers over HTTP. */
@RestController
@RequestMapping("/api/users")
class HandOverController {
    private final HandOvers handOvers;
    private final Relocations relocations;

    HandOverController(HandOvers handOvers, Relocations relocations) {
        this.handOvers = handOvers;
        this.relocations = relocations;
    }

    record HandOverOrder(long toUserId, @Nullable Set<String> types) {}

    /** With {@code takeAlong} what they have goes with them; else it stays with the department before. */
    record Relocation(
            @Nullable Long departmentId,
            boolean takeAlong,
            @Nullable Integer version) {}

    @PutMapping("/{id}/department")
    List<HandOvers.Moved> relocate(
            @PathVariable long id, @Valid @RequestBody Relocation order, @AuthenticationPrincipal Viewer viewer) {
        return relocations.relocate(id, order.departmentId(), order.takeAlong(), order.version(), viewer);
    }

    @GetMapping("/{id}/possessions")
    List<HandOvers.Possession> possessions(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return handOvers.of(id, viewer);
    }

    @PostMapping("/{id}/hand-over")
    List<HandOvers.Moved> handOver(
            @PathVariable long id, @Valid @RequestBody HandOverOrder order, @AuthenticationPrincipal Viewer viewer) {
        return handOvers.handOver(id, order.toUserId(), order.types(), viewer);
    }
}
