package qiji.opportunity.lesson;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.SoundText;
import qiji.platform.Version;
import qiji.records.RecordPage;
import qiji.records.RecordPage.ValuesOf;

/** Lessons over HTTP: one read whole, published, and those that are like an opportunity. Lists come from the records API. */
@RestController
@ValuesOf("lesson")
class LessonController {
    private final Lessons lessons;
    private final LessonQueries queries;

    LessonController(Lessons lessons, LessonQueries queries) {
        this.lessons = lessons;
        this.queries = queries;
    }

    @GetMapping("/api/lessons/{id}")
    RecordPage get(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return lessons.get(id, viewer);
    }

    record Publication(
            @SoundText(max = 200) @Nullable String title,
            @Nullable Integer version) {}

    @PutMapping("/api/lessons/{id}/publication")
    Version publish(
            @PathVariable long id, @RequestBody @Valid Publication how, @AuthenticationPrincipal Viewer viewer) {
        return new Version(lessons.publish(id, how.title(), how.version(), viewer));
    }

    @DeleteMapping("/api/lessons/{id}/publication")
    Version withdraw(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal Viewer viewer) {
        return new Version(lessons.withdraw(id, version, viewer));
    }

    /** The lessons that help most with an open opportunity, the likest first; none of one that is not open. */
    @GetMapping("/api/opportunities/{id}/lessons")
    List<LessonQueries.Similar> similar(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return queries.similar(id, viewer);
    }
}
