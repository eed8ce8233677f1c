package qiji.opportunity.city;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A report to the city company as its page shows it. */
record CityReportRow(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        LocalDate reportedOn,
        String reportedBy,
        @Nullable String note,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Long mailId,

        @Nullable String mailName,
        CityAnswer.@Nullable Kind answer,
        @Nullable LocalDate answeredOn,
        @Nullable String answeredBy,
        @Nullable String answerNote) {}
