package qiji.opportunity.profit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import qiji.access.Viewer;

/** What an opportunity is to bring, over HTTP. */
@RestController
@RequestMapping("/api/opportunities/{id}/profit")
class ProfitController {
    private final Profits profits;
    private final ProfitQueries queries;

    ProfitController(Profits profits, ProfitQueries queries) {
        this.profits = profits;
        this.queries = queries;
    }

    /** Null for who may not know. {@code version} is what a change of these months names. */
    record Answer(@Nullable Profitability profit, @Nullable Integer version) {}

    @GetMapping
    Answer profit(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @AuthenticationPrincipal Viewer viewer) {
        List<CashMonth> months = queries.of(id, asOf, viewer);
        return months == null
                ? new Answer(null, null)
                : new Answer(Profitability.of(months), CashMonth.version(months));
    }

    /** {@code version} is the one that was read. */
    record Months(
            @NotNull @Size(max = 240) List<@Valid @NotNull CashMonth> months,
            @NotNull Integer version) {}

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reckon(@PathVariable long id, @RequestBody @Valid Months months, @AuthenticationPrincipal Viewer viewer) {
        profits.reckon(id, months.months(), months.version(), viewer);
    }
}
