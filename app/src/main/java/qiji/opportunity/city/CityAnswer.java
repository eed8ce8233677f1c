package qiji.opportunity.city;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import qiji.platform.SoundText;

/** What the city company answered: that it has it, or that it sends it back, and why. */
record CityAnswer(
        @Nullable Kind answer,
        @Nullable LocalDate answeredOn,
        @SoundText @Nullable String note) {
    enum Kind {
        RECEIPT,
        RETURN
    }
}
