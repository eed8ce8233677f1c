package qiji.opportunity.detail;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import qiji.opportunity.gate.GateWords;
import qiji.opportunity.life.Proof;

/**
 * One opportunity with all that its page shows at once. {@code values} holds the fields that the viewer may read, and
 * the rest follows them: {@code path} is empty to who may not read the stage, {@code gate} is null to them, and where there
 * is no next stage to go to; {@code overstayDays} counts the days in the stage beyond the planned ones, 0 if there are none
 * or the viewer may not know.
 */
record OpportunityDetail(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        int version,
        Map<String, ? extends @Nullable Object> values,
        Map<String, Boolean> may,
        List<PathStep> path,
        @Nullable Preview gate,
        @Nullable Proven validity,
        long overstayDays,
        @Nullable Edition edition) {

    /** The edition of its process that it goes by, and the newest one; null to who may not read the process. */
    record Edition(int number, int newest) {}

    /**
     * A stage on its way. {@code days} counts all stays there, the one that goes on included; moments are of the last. Who
     * may not read when it entered its stage gets no moments and 0 days.
     */
    record PathStep(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long stageId,
            String code,
            String name,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            long days,
            boolean current,
            boolean passed) {

        PathStep shown(boolean dated, boolean counted) {
            return new PathStep(
                    stageId,
                    code,
                    name,
                    dated ? enteredAt : null,
                    dated ? leftAt : null,
                    counted ? days : 0,
                    current,
                    passed);
        }
    }

    /** What is missing to enter the next stage. */
    record Preview(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long stageId, List<GateWords.Told> unmet) {}

    /** What the viewer may not read is null. */
    record Proven(
            @Nullable Proof need,
            @Nullable Proof kp,
            @Nullable Proof budget,
            @Nullable Boolean valid,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Long waivedBy,

            @Nullable String waivedByName,
            @Nullable String waiverReason) {}
}
