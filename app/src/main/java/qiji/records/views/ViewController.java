package qiji.records.views;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
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
import qiji.platform.SoundText;
import qiji.platform.Version;

/** Saved views over HTTP. */
@RestController
@RequestMapping("/api/views")
class ViewController {
    private static final int LAST = 10_000;

    private final SavedViews views;

    ViewController(SavedViews views) {
        this.views = views;
    }

    record Body(
            @NotBlank @SoundText @Size(max = 60) String name,
            @NotNull Audience audience,
            @Nullable Long departmentId,
            @Min(0) @Max(LAST) @Nullable Integer position,
            @NotNull ListState state,
            @Nullable Integer version) {
        SavedView.Draft draft() {
            return new SavedView.Draft(name, audience, departmentId, position == null ? 0 : position, state);
        }
    }

    record First(@NotBlank String type, @Nullable Long viewId) {}

    record ForRoles(@NotNull @Size(max = 100) Set<@NotNull Long> roleIds) {}

    @GetMapping
    SavedView.Shelf list(@RequestParam String type, @AuthenticationPrincipal Viewer viewer) {
        return views.of(type, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created save(@RequestParam String type, @RequestBody @Valid Body body, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(views.save(type, body.draft(), viewer));
    }

    /** {@code version} is the one that was read. */
    @PutMapping("/{id}")
    Version change(@PathVariable long id, @RequestBody @Valid Body body, @AuthenticationPrincipal Viewer viewer) {
        int version = body.version() == null ? -1 : body.version();
        return new Version(views.change(id, version, body.draft(), viewer));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        views.delete(id, viewer);
    }

    @PutMapping("/first")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void beginWith(@RequestBody @Valid First first, @AuthenticationPrincipal Viewer viewer) {
        views.beginWith(first.type(), first.viewId(), viewer);
    }

    @PutMapping("/{id}/roles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void beginWith(@PathVariable long id, @RequestBody @Valid ForRoles roles, @AuthenticationPrincipal Viewer viewer) {
        views.beginWith(id, roles.roleIds(), viewer);
    }
}
