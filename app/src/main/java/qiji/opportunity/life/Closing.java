package qiji.opportunity.life;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How an opportunity ended: the business day, and the story. Amounts in yuan. [D12] */
public record Closing(
        @Nullable LocalDate closedOn,
        @Nullable BigDecimal wonAmount,
        @Nullable Loss loss,
        @Nullable String invalidCause,
        @Nullable String note) {
    static final Closing NONE = new Closing(null, null, null, null, null);

    static Closing won(LocalDate day, @Nullable BigDecimal amount) {
        return new Closing(day, amount, null, null, null);
    }

    static Closing lost(LocalDate day, Loss loss) {
        return new Closing(day, null, loss, null, null);
    }

    static Closing noted(LocalDate day, @Nullable String invalidCause, @Nullable String note) {
        return new Closing(day, null, null, invalidCause, note);
    }
}
