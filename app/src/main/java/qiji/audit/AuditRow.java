package qiji.audit;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What someone did: {@code before} and {@code after} hold the changed columns only, null where the twin table has them. */
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

        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable String reason) {}
