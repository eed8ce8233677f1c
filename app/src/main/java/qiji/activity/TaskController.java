package qiji.activity;

import java.util.Map;
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
import qiji.records.RecordPage;
import tools.jackson.databind.node.ObjectNode;

/** Tasks over HTTP. Lists come from the records API. */
@RestController
@RequestMapping("/api/tasks")
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
    Map<String, String> create(@RequestBody ObjectNode values, @AuthenticationPrincipal Viewer viewer) {
        return Map.of("id", Long.toString(tasks.create(values, viewer)));
    }

    @PatchMapping("/{id}")
    Map<String, Integer> edit(
            @PathVariable long id, @RequestBody ObjectNode values, @AuthenticationPrincipal Viewer viewer) {
        return Map.of("version", tasks.edit(id, values, viewer));
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
