package qiji.rule;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have changed. Amounts in yuan, null if the viewer may not read them. {@code records} are the {@link
 * #MOST_RECORDS} largest; verdicts and reasons are told by their codes.
 */
public record TrialResult(
        long changed,
        @Nullable BigDecimal amount,
        List<Cell> cells,
        List<Owner> owners,
        List<Changed> records,
        @Nullable Steps steps) {
    public static final int MOST_RECORDS = 1000;

    /** Of a trial that judges records as such. */
    public TrialResult(
            long changed, @Nullable BigDecimal amount, List<Cell> cells, List<Owner> owners, List<Changed> records) {
        this(changed, amount, cells, owners, records, null);
    }

    /** How many went from one verdict to another. */
    public record Cell(
            String from, String to, long count, @Nullable BigDecimal amount) {}

    /** Whom it would have hit; the id is null for records that nobody owned. */
    public record Owner(
            @Nullable Long userId, long count, @Nullable BigDecimal amount) {}

    /** {@code added} are the reasons that speak against it after, {@code removed} those that do no more; null if none are kept. */
    public record Changed(
            long id,
            String from,
            String to,
            @Nullable BigDecimal amount,
            @Nullable Long ownerId,
            @Nullable List<String> added,
            @Nullable List<String> removed) {
        public Changed(long id, String from, String to, @Nullable BigDecimal amount, @Nullable Long ownerId) {
            this(id, from, to, amount, ownerId, null, null);
        }
    }

    /**
     * Of a trial that judges what was done with records, of which one record may know several: how many were judged, how many
     * of them otherwise, how many of these would have been refused though they took place, and why. {@code doubts} are what
     * the past does not tell.
     */
    public record Steps(long judged, long changed, long refused, List<Reason> reasons, List<String> doubts) {}

    /** How many steps a reason would have spoken against that it did not, and the other way round. */
    public record Reason(String code, long added, long removed) {}
}
