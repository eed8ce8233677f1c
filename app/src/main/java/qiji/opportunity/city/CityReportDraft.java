package qiji.opportunity.city;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import qiji.platform.SoundText;

/** What is said of a report: on which day, and which file of the opportunity is the copy of the mail. */
record CityReportDraft(
        @Nullable LocalDate reportedOn,
        @Nullable Long mailId,
        @SoundText @Nullable String note) {}
