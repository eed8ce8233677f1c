package qiji.rule;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have changed. Amounts in yuan, null if the viewer may not read them. {@code records} are the {@link
 * #MOST_RECORDS} largest; verdicts are told by their codes.
 */
public record TrialResult(
        long changed, @Nullable BigDecimal amount, List<Cell> cells, List<Owner> owners, List<Changed> records) {
    public static final int MOST_RECORDS = 1000;

    /** How many went from one verdict to another. */
    public record Cell(
            String from, String to, long count, @Nullable BigDecimal amount) {}

    /** Whom it would have hit; the id is null for records that nobody owned. */
    public record Owner(
            @Nullable Long userId, long count, @Nullable BigDecimal amount) {}

    public record Changed(
            long id,
            String from,
            String to,
            @Nullable BigDecimal amount,
            @Nullable Long ownerId) {}
}
