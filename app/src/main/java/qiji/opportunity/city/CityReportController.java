package qiji.opportunity.city;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.Created;

/** Reports to the city company over HTTP. */
@RestController
@RequestMapping("/api/opportunities/{id}/city-reports")
class CityReportController {
    private final CityReports reports;
    private final CityReportQueries queries;

    CityReportController(CityReports reports, CityReportQueries queries) {
        this.reports = reports;
        this.queries = queries;
    }

    @GetMapping
    List<CityReportRow> of(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return queries.of(id, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created report(
            @PathVariable long id, @RequestBody @Valid CityReportDraft draft, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(reports.report(id, draft, viewer));
    }

    @PutMapping("/{reportId}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(
            @PathVariable long id,
            @PathVariable long reportId,
            @RequestBody @Valid CityAnswer answer,
            @AuthenticationPrincipal Viewer viewer) {
        reports.answer(id, reportId, answer, viewer);
    }
}
