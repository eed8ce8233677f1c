package qiji.activity;

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

/** Tasks over HTTP. Lists come from the records API. */
@RestController
@RequestMapping("/api/tasks")
@ValuesOf(
        value = "task",
        creates = {"recordType", "recordId"})
class TaskController {
    private final Tasks tasks;

    TaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping("/{id}")
    RecordPage one(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return tasks.get(id, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody ObjectNode values, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(tasks.create(values, viewer));
    }

    @PatchMapping("/{id}")
    Version edit(@PathVariable long id, @RequestBody ObjectNode values, @AuthenticationPrincipal Viewer viewer) {
        return new Version(tasks.edit(id, values, viewer));
    }

    @PostMapping("/{id}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        tasks.complete(id, viewer);
    }

    @PostMapping("/{id}/reopening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        tasks.reopen(id, viewer);
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        tasks.cancel(id, viewer);
    }
}
