package qiji.organization.role;

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

/** Roles, and what they can give, over HTTP. */
@RestController
@RequestMapping("/api")
class RoleController {
    private final Roles roles;

    RoleController(Roles roles) {
        this.roles = roles;
    }

    record PermissionRow(String code, String label, String object) {}

    @GetMapping("/permissions")
    List<PermissionRow> permissions(@AuthenticationPrincipal Viewer viewer) {
        return roles.permissions(viewer).stream()
                .map(it -> new PermissionRow(it.code(), it.label().here(), it.object()))
                .toList();
    }

    @GetMapping("/roles")
    List<RoleView> all(@AuthenticationPrincipal Viewer viewer) {
        return roles.all(viewer);
    }

    @PostMapping("/roles")
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@Valid @RequestBody RoleDraft draft, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(roles.create(draft, viewer));
    }

    @PutMapping("/roles/{id}")
    Version replace(
            @PathVariable long id, @Valid @RequestBody RoleDraft draft, @AuthenticationPrincipal Viewer viewer) {
        return new Version(roles.replace(id, draft, viewer));
    }

    @DeleteMapping("/roles/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        roles.delete(id, viewer);
    }
}
