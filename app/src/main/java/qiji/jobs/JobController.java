package qiji.jobs;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** How far long work is. */
@RestController
@RequestMapping("/api/jobs")
class JobController {
    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/{id}")
    Job get(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return jobs.get(id, viewer);
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        jobs.cancel(id, viewer);
    }
}
