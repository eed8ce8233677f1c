package qiji.records.exports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One list on its way into a file. {@code expiresAt} is when the file is thrown away, null before it is written. */
public record ExportRun(
        String id,
        String type,
        String fileName,
        @Nullable Long rows,
        @Nullable Long bytes,
        @Nullable String jobId,
        Instant createdAt,
        @Nullable Instant expiresAt) {}
