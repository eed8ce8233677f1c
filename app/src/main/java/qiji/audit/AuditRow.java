package qiji.audit;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What someone did: {@code before} and {@code after} hold the changed columns only, null where the twin table has them.
 * {@code subjectName} and {@code names}, by column and id, are what they name is called, as far as the viewer may see it.
 */
record AuditRow(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        Instant at,
        @JsonFormat(shape = JsonFormat.Shape.STRING) long userId,
        @Nullable String userName,
        String address,
        String action,
        String subjectType,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Long subjectId,

        @Nullable String subjectName,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        Map<String, Map<String, String>> names,
        @Nullable String reason) {

    AuditRow naming(@Nullable String subject, Map<String, Map<String, String>> references) {
        return new AuditRow(
                id,
                at,
                userId,
                userName,
                address,
                action,
                subjectType,
                subjectId,
                subject,
                before,
                after,
                references,
                reason);
    }
}
