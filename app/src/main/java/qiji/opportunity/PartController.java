package qiji.opportunity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** What belongs to an opportunity, over HTTP. A part whose field is hidden from the viewer answers as if there were none. */
@RestController
@RequestMapping("/api/opportunities/{id}")
class PartController {
    private final OpportunityParts parts;
    private final OpportunityPages pages;

    PartController(OpportunityParts parts, OpportunityPages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    @GetMapping("/team")
    List<OpportunityQueries.Member> team(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return pages.team(id, viewer);
    }

    record Membership(@NotNull Long userId, @NotNull MemberRole role) {}

    @PostMapping("/team")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void saveMember(
            @PathVariable long id, @RequestBody @Valid Membership member, @AuthenticationPrincipal Viewer viewer) {
        parts.saveMember(id, member.userId(), member.role(), viewer);
    }

    @DeleteMapping("/team/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeMember(@PathVariable long id, @PathVariable long userId, @AuthenticationPrincipal Viewer viewer) {
        parts.removeMember(id, userId, viewer);
    }

    @GetMapping("/contacts")
    List<OpportunityQueries.ContactRow> contacts(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return pages.contacts(id, viewer);
    }

    /** {@code ofOtherCustomer} says that the contact is knowingly not of the opportunity's customer. */
    record ContactChoice(
            @NotNull Long contactId,
            @Nullable String role,
            @Nullable Boolean ofOtherCustomer) {}

    @PostMapping("/contacts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void saveContact(
            @PathVariable long id, @RequestBody @Valid ContactChoice choice, @AuthenticationPrincipal Viewer viewer) {
        parts.saveContact(id, choice.contactId(), choice.role(), Boolean.TRUE.equals(choice.ofOtherCustomer()), viewer);
    }

    @DeleteMapping("/contacts/{contactId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeContact(@PathVariable long id, @PathVariable long contactId, @AuthenticationPrincipal Viewer viewer) {
        parts.removeContact(id, contactId, viewer);
    }

    /** {@code total} is the sum of the amounts, in yuan. */
    record Lines(List<OpportunityQueries.LineRow> lines, BigDecimal total) {}

    @GetMapping("/lines")
    Lines lines(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        List<OpportunityQueries.LineRow> lines = pages.lines(id, viewer);
        return new Lines(
                lines, lines.stream().map(OpportunityQueries.LineRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @PutMapping("/lines")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replaceLines(
            @PathVariable long id,
            @RequestBody @Valid List<@NotNull @Valid LineDraft> lines,
            @AuthenticationPrincipal Viewer viewer) {
        parts.replaceLines(id, lines, viewer);
    }

    record Done(@NotNull Long stageId, @NotNull List<@NotNull Integer> done) {}

    @PutMapping("/key-actions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setKeyActions(@PathVariable long id, @RequestBody @Valid Done done, @AuthenticationPrincipal Viewer viewer) {
        parts.setKeyActions(id, done.stageId(), done.done(), viewer);
    }

    @GetMapping("/key-actions")
    List<OpportunityPages.StageActions> keyActions(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return pages.keyActions(id, viewer);
    }

    /** Newest first. {@code after} is what the page before gave as {@code next}. */
    @GetMapping("/history")
    HistoryRow.Page history(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Instant after,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Viewer viewer) {
        return pages.history(id, after, limit, viewer);
    }

    /** Newest first: follow-ups, changes, files and tasks, or only the {@code kinds} named. */
    @GetMapping("/timeline")
    TimelineEntry.Page timeline(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Instant after,
            @RequestParam(required = false) @Nullable Set<TimelineEntry.Kind> kinds,
            @RequestParam(defaultValue = "30") int limit,
            @AuthenticationPrincipal Viewer viewer) {
        return pages.timeline(id, after, kinds, limit, viewer);
    }
}
