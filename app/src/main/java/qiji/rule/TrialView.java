package qiji.rule;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trial as its page reads it. Amounts in yuan. */
public final class TrialView {
    /** One that has begun, with the job that carries it out. */
    public record Started(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            @JsonFormat(shape = JsonFormat.Shape.STRING) long jobId) {}

    /** One of the last trials of a rule, or of a draft that is of none; {@code changed} is null as long as it runs, or if it failed. */
    public record Item(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long editionId,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long jobId,

            LocalDate from,
            LocalDate to,
            Instant startedAt,
            @Nullable Long changed) {}

    public record Owner(
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long userId,

            @Nullable String name,
            long count,
            @Nullable BigDecimal amount) {}

    /** A record that the viewer may still see, with the reasons that came and went, in words. */
    public record Changed(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
            String name,
            String from,
            String to,
            @Nullable BigDecimal amount,
            @Nullable String owner,
            List<String> added,
            List<String> removed) {}

    public record Verdict(String code, String label) {}

    public record Reason(String label, long added, long removed) {}

    /** Of a trial that judges what was done with records; see {@link TrialResult.Steps}. */
    public record Steps(long judged, long changed, long refused, List<Reason> reasons, List<String> doubts) {}

    /** What came out. */
    public record Outcome(
            long changed,
            @Nullable BigDecimal amount,
            List<TrialResult.Cell> cells,
            List<Owner> owners,
            List<Changed> records,
            @Nullable Steps steps) {}

    public record Trial(
            Item trial,
            String recordType,
            List<Verdict> verdicts,
            @Nullable Outcome outcome) {}

    private TrialView() {}
}
