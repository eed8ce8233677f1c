package qiji.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;
import qiji.platform.Created;
import qiji.platform.Version;
import qiji.records.RecordPage.ValuesOf;
import tools.jackson.databind.node.ObjectNode;

/** Customers over HTTP. Lists come from the records API. */
@RestController
@RequestMapping("/api/customers")
@ValuesOf("customer")
class CustomerController {
    private final Customers customers;

    CustomerController(Customers customers) {
        this.customers = customers;
    }

    record Transfer(
            @NotNull Long ownerId,
            @NotBlank @Size(max = 500) String reason) {}

    @GetMapping("/{id}")
    CustomerPage one(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        return customers.get(id, asOf, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created create(@RequestBody ObjectNode values, @AuthenticationPrincipal Viewer viewer) {
        return Created.of(customers.create(values, viewer));
    }

    @PatchMapping("/{id}")
    Version edit(@PathVariable long id, @RequestBody ObjectNode values, @AuthenticationPrincipal Viewer viewer) {
        return new Version(customers.edit(id, values, viewer));
    }

    @PostMapping("/{id}/archive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        customers.archive(id, viewer);
    }

    @PostMapping("/{id}/restoration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        customers.restore(id, viewer);
    }

    @PutMapping("/{id}/owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transfer(
            @PathVariable long id, @RequestBody @Valid Transfer transfer, @AuthenticationPrincipal Viewer viewer) {
        customers.transfer(id, transfer.ownerId(), transfer.reason(), viewer);
    }
}
