package qiji.project;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.Created;
import qiji.platform.SoundText;
import qiji.platform.Version;
import qiji.records.RecordPage;
import qiji.records.RecordPage.ValuesOf;
import tools.jackson.databind.JsonNode;

/** Projects over HTTP: each verb answers with the new version. Lists are those of the catalogue. */
@RestController
@ValuesOf("project")
class ProjectController {
    private final Projects projects;
    private final ProjectQueries queries;

    ProjectController(Projects projects, ProjectQueries queries) {
        this.projects = projects;
        this.queries = queries;
    }

    /** Of an opportunity that was won without becoming one, as loaded ones are. */
    @PostMapping("/api/opportunities/{id}/project")
    @ResponseStatus(HttpStatus.CREATED)
    Created setUp(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(projects.setUp(id, viewer));
    }

    @GetMapping("/api/projects/{id}")
    RecordPage get(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        return queries.get(id, asOf, viewer);
    }

    @PatchMapping("/api/projects/{id}")
    Version edit(@PathVariable long id, @RequestBody JsonNode body, @AuthenticationPrincipal Viewer viewer) {
        return new Version(projects.edit(id, body, viewer));
    }

    record Start(@Nullable LocalDate startedOn, @Nullable Integer version) {}

    /** Today if it says no day. */
    @PostMapping("/api/projects/{id}/start")
    Version start(@PathVariable long id, @RequestBody @Valid Start start, @AuthenticationPrincipal Viewer viewer) {
        return new Version(projects.start(id, start.startedOn(), start.version(), viewer));
    }

    record Progress(
            @Nullable BigDecimal percent,
            @SoundText @Nullable String feedback,
            @Nullable Integer version) {}

    @PostMapping("/api/projects/{id}/reports")
    Version report(
            @PathVariable long id, @RequestBody @Valid Progress progress, @AuthenticationPrincipal Viewer viewer) {
        return new Version(projects.report(id, progress.percent(), progress.feedback(), progress.version(), viewer));
    }

    /** Newest first; the last two hundred. */
    @GetMapping("/api/projects/{id}/reports")
    List<ReportStore.Report> reports(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        return queries.reports(id, asOf, viewer);
    }

    record Completion(
            @Nullable LocalDate completedOn,
            @SoundText @Nullable String note,
            @Nullable Integer version) {}

    /** Today if it says no day. */
    @PostMapping("/api/projects/{id}/completion")
    Version complete(
            @PathVariable long id, @RequestBody @Valid Completion end, @AuthenticationPrincipal Viewer viewer) {
        return new Version(projects.complete(id, end.completedOn(), end.note(), end.version(), viewer));
    }

    record Closing(
            @Nullable LocalDate closedOn,
            @SoundText @Nullable String note,
            @Nullable Integer version) {}

    /** Today if it says no day. */
    @PostMapping("/api/projects/{id}/closing")
    Version close(@PathVariable long id, @RequestBody @Valid Closing end, @AuthenticationPrincipal Viewer viewer) {
        return new Version(projects.close(id, end.closedOn(), end.note(), end.version(), viewer));
    }

    record Resumption(
            @SoundText @Nullable String reason, @Nullable Integer version) {}

    /** Under way again, whether it was completed or closed. */
    @PostMapping("/api/projects/{id}/resumption")
    Version resume(@PathVariable long id, @RequestBody @Valid Resumption why, @AuthenticationPrincipal Viewer viewer) {
        return new Version(projects.resume(id, why.reason(), why.version(), viewer));
    }
}
