package qiji.organization.identity;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A personal API token as listed, without its secret; it holds through the day {@code expiresOn}. */
record TokenRow(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        String name,
        Instant createdAt,
        LocalDate expiresOn,
        @Nullable Instant lastUsedAt) {}
