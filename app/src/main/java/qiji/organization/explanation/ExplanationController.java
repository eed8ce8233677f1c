package qiji.organization.explanation;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.RecordRef;
import qiji.access.Viewer;

/** Why people see a record, or do not, over HTTP. [A5] */
@RestController
@RequestMapping("/api/explanations")
class ExplanationController {
    private final Explanations explanations;

    ExplanationController(Explanations explanations) {
        this.explanations = explanations;
    }

    /** Those who see it, and why, in the order of their accounts. */
    @GetMapping
    Explanations.Seers seers(
            @RequestParam String recordType,
            @RequestParam long recordId,
            @RequestParam(defaultValue = "0") long after,
            @AuthenticationPrincipal Viewer viewer) {
        return explanations.seers(new RecordRef(recordType, recordId), after, viewer);
    }

    /** Why one user sees it, or what would let them. */
    @GetMapping("/{userId}")
    Explanations.Explanation explain(
            @PathVariable long userId,
            @RequestParam String recordType,
            @RequestParam long recordId,
            @AuthenticationPrincipal Viewer viewer) {
        return explanations.explain(new RecordRef(recordType, recordId), userId, viewer);
    }
}
