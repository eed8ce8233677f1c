package qiji.opportunity.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import qiji.opportunity.score.Screening;
import qiji.platform.Created;
import qiji.platform.SoundText;
import qiji.platform.Version;

/** The assessments of an opportunity over HTTP. */
@RestController
@RequestMapping("/api/opportunities/{id}/assessments")
class AssessmentController {
    private final Assessments assessments;
    private final AssessmentPages pages;
    private final Report report;

    AssessmentController(Assessments assessments, AssessmentPages pages, Report report) {
        this.assessments = assessments;
        this.pages = pages;
        this.report = report;
    }

    @GetMapping
    AssessmentPages.Page page(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return pages.page(id, viewer);
    }

    record CardChoice(@NotBlank String card) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created begin(
            @PathVariable long id, @RequestBody @Valid CardChoice choice, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(assessments.begin(id, choice.card(), viewer));
    }

    @GetMapping("/{assessmentId}")
    AssessmentView one(@PathVariable long id, @PathVariable long assessmentId, @AuthenticationPrincipal Viewer viewer) {
        return pages.one(id, assessmentId, viewer);
    }

    /** What the report shows beside the scores. */
    @GetMapping("/{assessmentId}/beside")
    Report.Beside beside(
            @PathVariable long id, @PathVariable long assessmentId, @AuthenticationPrincipal Viewer viewer) {
        return report.beside(id, assessmentId, viewer);
    }

    /** The report as PDF. */
    @GetMapping(path = "/{assessmentId}/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> report(
            @PathVariable long id, @PathVariable long assessmentId, @AuthenticationPrincipal Viewer viewer) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"assessment-" + assessmentId + ".pdf\"")
                .contentType(MediaType.APPLICATION_PDF)
                .body(report.pdf(id, assessmentId, viewer));
    }

    record MarksGiven(@NotNull @Size(max = 100) List<@Valid @NotNull Rating> marks) {}

    /** What the viewer gives, in place of what they gave before. */
    @PutMapping("/{assessmentId}/marks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rate(
            @PathVariable long id,
            @PathVariable long assessmentId,
            @RequestBody @Valid MarksGiven given,
            @AuthenticationPrincipal Viewer viewer) {
        assessments.rate(id, assessmentId, given.marks(), viewer);
    }

    /** {@code direction} is the rule's if absent. */
    record Submission(
            @Nullable Screening direction,
            @SoundText(max = 4000) @Nullable String conclusion,
            @Valid Naming.@Nullable Named named,
            @Nullable Integer version) {}

    @PostMapping("/{assessmentId}/submission")
    Version send(
            @PathVariable long id,
            @PathVariable long assessmentId,
            @RequestBody @Valid Submission submission,
            @AuthenticationPrincipal Viewer viewer) {
        return new Version(assessments.send(
                id,
                assessmentId,
                new Assessments.Request(
                        submission.direction(),
                        submission.conclusion(),
                        submission.named() == null ? Naming.Named.NOBODY : submission.named(),
                        submission.version()),
                viewer));
    }

    @DeleteMapping("/{assessmentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable long id, @PathVariable long assessmentId, @AuthenticationPrincipal Viewer viewer) {
        assessments.discard(id, assessmentId, viewer);
    }
}
