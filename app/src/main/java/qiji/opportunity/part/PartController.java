package qiji.opportunity.part;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
import qiji.opportunity.MemberRole;

/** What belongs to an opportunity, over HTTP. A part whose field is hidden from the viewer answers as if there were none. */
@RestController
@RequestMapping("/api/opportunities/{id}")
class PartController {
    private final OpportunityParts parts;
    private final PartQueries queries;

    PartController(OpportunityParts parts, PartQueries queries) {
        this.parts = parts;
        this.queries = queries;
    }

    @GetMapping("/team")
    List<PartQueries.Member> team(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        return queries.team(id, asOf, viewer);
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
    List<PartQueries.ContactRow> contacts(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        return queries.contacts(id, asOf, viewer);
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

    /** {@code total} is the sum of the amounts, in yuan; {@code version} is given back with the list that replaces it. */
    record Lines(List<PartQueries.LineRow> lines, BigDecimal total, String version) {}

    @GetMapping("/lines")
    Lines lines(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        List<PartQueries.LineRow> lines = queries.lines(id, asOf, viewer);
        BigDecimal total = lines.stream().map(PartQueries.LineRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Lines(lines, total, queries.readsLines(viewer) ? parts.lineVersion(id) : "");
    }

    /** Without {@code version}, whatever the list was. */
    @PutMapping("/lines")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replaceLines(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String version,
            @RequestBody @Valid List<@NotNull @Valid LineDraft> lines,
            @AuthenticationPrincipal Viewer viewer) {
        parts.replaceLines(id, version, lines, viewer);
    }

    /** {@code place} counts from 0 in the stage's list of key actions. */
    record Tick(
            @NotNull Long stageId,
            @NotNull Integer place,
            @NotNull Boolean done) {}

    @PutMapping("/key-actions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tickKeyAction(@PathVariable long id, @RequestBody @Valid Tick tick, @AuthenticationPrincipal Viewer viewer) {
        parts.tickKeyAction(id, tick.stageId(), tick.place(), tick.done(), viewer);
    }

    @GetMapping("/key-actions")
    List<PartQueries.StageActions> keyActions(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return queries.keyActions(id, viewer);
    }
}
