package qiji.opportunity.grade;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.SoundText;

/** The confirmation of a grade over HTTP. */
@RestController
@RequestMapping("/api/opportunities/{id}/grade")
class GradeController {
    private final GradePages pages;
    private final Grades grades;

    GradeController(GradePages pages, Grades grades) {
        this.pages = pages;
        this.grades = grades;
    }

    @GetMapping
    GradeView get(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return pages.get(id, viewer);
    }

    record Note(@SoundText @Nullable String note) {}

    /** What was returned, withdrawn or never sent. */
    @PostMapping("/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void send(@PathVariable long id, @RequestBody @Valid Note note, @AuthenticationPrincipal Viewer viewer) {
        grades.send(id, note.note(), viewer);
    }

    @DeleteMapping("/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        grades.withdraw(id, viewer);
    }
}
