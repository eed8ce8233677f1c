package qiji.organization.absence;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
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
import qiji.platform.Created;

/** One's own absences over HTTP. */
@RestController
@RequestMapping("/api/me/absences")
class AbsenceController {
    private final Absences absences;

    AbsenceController(Absences absences) {
        this.absences = absences;
    }

    record Draft(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long delegateId) {}

    @GetMapping
    List<Absence> own(@AuthenticationPrincipal Viewer viewer) {
        return absences.own(viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created add(@RequestBody @Valid Draft draft, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(absences.add(draft.from(), draft.to(), draft.delegateId(), viewer));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        absences.remove(id, viewer);
    }
}
