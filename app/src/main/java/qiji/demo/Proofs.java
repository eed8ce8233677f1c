package qiji.demo;

import static qiji.demo.OpportunityColumn.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.demo.chance.Chance;
import qiji.demo.chance.Phrases;
import qiji.demo.chance.Span;
import qiji.demo.company.Branch;

/** What makes an opportunity valid: need, decision-maker and budget known, each with its evidence. [S7] */
final class Proofs {
    private final Cast cast;
    private final Chance chance;

    Proofs(Cast cast, Chance chance) {
        this.cast = cast;
        this.chance = chance;
    }

    /** One more of the three. */
    void next(Map<OpportunityColumn, @Nullable Object> state, Instant at, BigDecimal amount) {
        if (isOpen(state, NEED_KNOWN)) {
            state.put(NEED_KNOWN, true);
            state.put(
                    NEED_EVIDENCE,
                    Phrases.any(chance, "need", "{day}", Span.day(at).toString()));
        } else if (isOpen(state, KP_KNOWN)) {
            state.put(KP_KNOWN, true);
            state.put(KP_EVIDENCE, Phrases.any(chance, "kp", cast.names()));
        } else if (isOpen(state, BUDGET_KNOWN)) {
            state.put(BUDGET_KNOWN, true);
            state.put(BUDGET_EVIDENCE, Phrases.any(chance, "budget"));
            state.put(CUSTOMER_BUDGET, budgetFor(amount));
        }
    }

    /** All of them; for a few a leader waives what is missing. */
    void all(Map<OpportunityColumn, @Nullable Object> state, Instant at, BigDecimal amount, Branch branch) {
        if (state.get(VALIDITY_WAIVER) != null) {
            return;
        }
        if (isOpen(state, BUDGET_KNOWN) && chance.is(0.04)) {
            state.put(VALIDITY_WAIVED_BY, branch.deputy().id());
            state.put(VALIDITY_WAIVER, Phrases.any(chance, "waiver"));
            return;
        }
        while (isOpen(state, BUDGET_KNOWN)) {
            next(state, at, amount);
        }
    }

    private static boolean isOpen(Map<OpportunityColumn, @Nullable Object> state, OpportunityColumn known) {
        return !Boolean.TRUE.equals(state.get(known));
    }

    /** Some hundred per cent of the amount, as budgets are: in whole ten thousands, small ones in thousands. */
    private BigDecimal budgetFor(BigDecimal amount) {
        BigDecimal wished = amount.multiply(BigDecimal.valueOf(0.85 + chance.fraction() * 0.5));
        BigDecimal unit = BigDecimal.valueOf(wished.compareTo(BigDecimal.valueOf(100_000)) < 0 ? 1_000 : 10_000);
        return wished.divide(unit, 0, RoundingMode.UP).multiply(unit).setScale(2);
    }
}
