package qiji.collaboration;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/** A file of a record as listed; {@code size} in bytes. */
record FileRow(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        String name,
        long size,
        String contentType,
        Uploader uploadedBy,
        Instant uploadedAt) {

    record Uploader(
            @JsonFormat(shape = JsonFormat.Shape.STRING) long id, String label) {}
}
