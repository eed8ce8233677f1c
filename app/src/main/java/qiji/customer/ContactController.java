package qiji.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.Created;
import qiji.platform.Version;
import qiji.records.RecordPage;
import qiji.records.RecordPage.ValuesOf;
import tools.jackson.databind.node.ObjectNode;

/** Contacts over HTTP. Lists come from the records API. */
@RestController
@RequestMapping("/api/contacts")
@ValuesOf("contact")
class ContactController {
    private final Contacts contacts;

    ContactController(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping("/{id}")
    RecordPage one(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        return contacts.get(id, asOf, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody ObjectNode values, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(contacts.create(values, viewer));
    }

    @PatchMapping("/{id}")
    Version edit(@PathVariable long id, @RequestBody ObjectNode values, @AuthenticationPrincipal Viewer viewer) {
        return new Version(contacts.edit(id, values, viewer));
    }

    @PostMapping("/{id}/archive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        contacts.archive(id, viewer);
    }

    @PostMapping("/{id}/restoration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        contacts.restore(id, viewer);
    }

    /** The whole number and address, where they are masked else; each asking is written down. */
    @GetMapping("/{id}/phone")
    Contacts.Reachable phone(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return contacts.unmask(id, viewer);
    }
}
