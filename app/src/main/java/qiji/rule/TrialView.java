package qiji.rule;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trial as its page reads it. Amounts in yuan. */
final class TrialView {
    /** One of the last trials of a rule; {@code changed} is null as long as it runs, or if it failed. */
    record Item(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long editionId,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long jobId,

            LocalDate from,
            LocalDate to,
            Instant startedAt,
            @Nullable Long changed) {}

    record Owner(
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long userId,

            @Nullable String name,
            long count,
            @Nullable BigDecimal amount) {}

    /** A record that the viewer may still see. */
    record Changed(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            String name,
            String from,
            String to,
            @Nullable BigDecimal amount,
            @Nullable String owner) {}

    record Verdict(String code, String label) {}

    /** What came out. */
    record Outcome(
            long changed,
            @Nullable BigDecimal amount,
            List<TrialResult.Cell> cells,
            List<Owner> owners,
            List<Changed> records) {}

    record Trial(
            Item trial,
            String recordType,
            List<Verdict> verdicts,
            @Nullable Outcome outcome) {}

    private TrialView() {}
}
