package qiji.activity;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An open task as the workbench shows it; {@code recordName} is what the record is called that it is about. */
public record TaskRow(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        int version,
        String title,
        String priority,
        @Nullable LocalDate dueOn,
        boolean overdue,
        @Nullable String recordType,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Long recordId,

        @Nullable String recordName) {}
