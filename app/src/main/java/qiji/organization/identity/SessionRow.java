package qiji.organization.identity;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/** A place where someone is signed in; {@code current} is the one that asks. */
record SessionRow(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        Instant createdAt,
        Instant lastSeenAt,
        String address,
        String agent,
        boolean current) {}
