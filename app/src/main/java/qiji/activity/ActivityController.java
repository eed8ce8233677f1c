package qiji.activity;

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
import qiji.records.RecordPage;
import qiji.records.RecordPage.ValuesOf;
import tools.jackson.databind.node.ObjectNode;

/** Follow-ups over HTTP. Lists come from the records API. */
@RestController
@RequestMapping("/api/activities")
@ValuesOf(
        value = "activity",
        creates = {"recordType", "recordId"})
class ActivityController {
    private final Activities activities;

    ActivityController(Activities activities) {
        this.activities = activities;
    }

    @GetMapping("/{id}")
    RecordPage one(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return activities.get(id, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created log(@RequestBody ObjectNode values, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(activities.log(values, viewer));
    }

    @PatchMapping("/{id}")
    Version edit(@PathVariable long id, @RequestBody ObjectNode values, @AuthenticationPrincipal Viewer viewer) {
        return new Version(activities.edit(id, values, viewer));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        activities.remove(id, viewer);
    }
}
