package qiji.records.indexes;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.Created;

/** Indexes of custom fields over HTTP. */
@RestController
class FieldIndexController {
    private final FieldIndexes indexes;

    FieldIndexController(FieldIndexes indexes) {
        this.indexes = indexes;
    }

    @GetMapping("/api/custom-fields/indexes")
    List<FieldIndex> of(@RequestParam String type, @AuthenticationPrincipal Viewer viewer) {
        return indexes.of(type, viewer);
    }

    /** Made by the job whose id it answers. */
    @PutMapping("/api/custom-fields/{id}/index")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Created add(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(indexes.add(id, viewer));
    }

    @DeleteMapping("/api/custom-fields/{id}/index")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        indexes.drop(id, viewer);
    }
}
