package qiji.organization.identity;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A personal API token as listed, without its secret; it holds through the day {@code expiresOn}. {@code permissions} are
 * those chosen, where its scope is CHOSEN.
 */
record TokenRow(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        String name,
        TokenScope scope,
        List<String> permissions,
        Instant createdAt,
        LocalDate expiresOn,
        @Nullable Instant lastUsedAt) {}
