package qiji.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
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
import qiji.records.RecordPage.ValuesOf;
import tools.jackson.databind.JsonNode;

/** Users over HTTP; lists of them come from the catalogue. */
@RestController
@RequestMapping("/api/users")
@ValuesOf("user")
class UserController {
    private final Users users;
    private final Assignments assignments;

    UserController(Users users, Assignments assignments) {
        this.users = users;
        this.assignments = assignments;
    }

    record RoleChoice(@NotNull @Size(max = 100) Set<@NotNull Long> roleIds) {}

    @GetMapping("/{id}")
    UserPage get(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return users.get(id, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody JsonNode body, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(users.create(body, viewer));
    }

    @PatchMapping("/{id}")
    Version edit(@PathVariable long id, @RequestBody JsonNode body, @AuthenticationPrincipal Viewer viewer) {
        return new Version(users.edit(id, body, viewer));
    }

    @PutMapping("/{id}/roles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setRoles(
            @PathVariable long id, @Valid @RequestBody RoleChoice choice, @AuthenticationPrincipal Viewer viewer) {
        assignments.setRoles(id, choice.roleIds(), viewer);
    }

    @PutMapping("/{id}/posts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPosts(
            @PathVariable long id,
            @Valid @Size(max = 50) @RequestBody List<@NotNull @Valid PostRow> posts,
            @AuthenticationPrincipal Viewer viewer) {
        assignments.setPosts(id, posts, viewer);
    }

    @PostMapping("/{id}/deactivation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        assignments.deactivate(id, viewer);
    }

    @PostMapping("/{id}/activation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void activate(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        assignments.activate(id, viewer);
    }
}
