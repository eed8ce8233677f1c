package qiji.organization.sharing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.RecordRef;
import qiji.access.Viewer;

/** Showing records to others over HTTP. */
@RestController
@RequestMapping("/api/shares")
class ShareController {
    private final Shares shares;

    ShareController(Shares shares) {
        this.shares = shares;
    }

    record ShareDraft(
            @NotBlank String recordType,
            @NotNull Long recordId,
            @NotNull Long userId,
            @Nullable LocalDate until) {}

    @GetMapping
    ShareRow.Page list(
            @RequestParam String recordType,
            @RequestParam long recordId,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @AuthenticationPrincipal Viewer viewer) {
        return shares.of(new RecordRef(recordType, recordId), after, limit, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> share(@Valid @RequestBody ShareDraft draft, @AuthenticationPrincipal Viewer viewer) {
        RecordRef record = new RecordRef(draft.recordType(), draft.recordId());
        return Map.of("id", Long.toString(shares.share(record, draft.userId(), draft.until(), viewer)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        shares.end(id, viewer);
    }
}
