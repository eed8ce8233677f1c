package qiji.organization;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import qiji.records.RecordPage.ValuesOf;
import tools.jackson.databind.JsonNode;

/** The departments over HTTP. */
@RestController
@RequestMapping("/api/departments")
@ValuesOf("department")
class DepartmentController {
    private final Departments departments;

    DepartmentController(Departments departments) {
        this.departments = departments;
    }

    @GetMapping
    List<DepartmentRow> all(@AuthenticationPrincipal Viewer viewer) {
        return departments.all(viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody JsonNode body, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(departments.create(body, viewer));
    }

    @PatchMapping("/{id}")
    Version edit(@PathVariable long id, @RequestBody JsonNode body, @AuthenticationPrincipal Viewer viewer) {
        return new Version(departments.edit(id, body, viewer));
    }

    @PostMapping("/{id}/restoration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        departments.restore(id, viewer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        departments.archive(id, viewer);
    }
}
