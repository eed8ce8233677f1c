package qiji.opportunity.life;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How an opportunity ended: the business day, the story, and what is learnt from it. Amounts in yuan. [D12] */
public record Closing(
        @Nullable LocalDate closedOn,
        @Nullable BigDecimal wonAmount,
        @Nullable Loss loss,
        @Nullable String invalidCause,
        @Nullable String note,
        Learned learned) {
    static final Closing NONE = new Closing(null, null, null, null, null, Learned.NOTHING);

    static Closing won(LocalDate day, @Nullable BigDecimal amount, @Nullable String lesson) {
        return new Closing(day, amount, null, null, null, Learned.lesson(lesson));
    }

    static Closing lost(LocalDate day, Loss loss, Learned learned) {
        return new Closing(day, null, loss, null, null, learned);
    }

    static Closing noted(LocalDate day, @Nullable String invalidCause, @Nullable String note, Learned learned) {
        return new Closing(day, null, null, invalidCause, note, learned);
    }

    /** The same ending told anew; what it was, and when, stays. */
    Closing retold(OpportunityStatus status, Review review) {
        return new Closing(
                closedOn,
                wonAmount,
                status == OpportunityStatus.LOST ? review.loss() : loss,
                invalidCause,
                status == OpportunityStatus.ABANDONED || status == OpportunityStatus.INVALID ? review.note() : note,
                review.learned());
    }
}
