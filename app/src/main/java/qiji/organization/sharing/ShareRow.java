package qiji.organization.sharing;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** To whom a record is shown, by whom, and through which day; null is for ever. */
record ShareRow(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        @JsonFormat(shape = JsonFormat.Shape.STRING) long userId,
        String name,
        @Nullable String title,
        @Nullable String sharedBy,
        Instant sharedAt,
        @Nullable LocalDate until) {

    /** {@code next} is after which the page that follows begins; null on the last. */
    record Page(List<ShareRow> rows, @Nullable String next) {}
}
