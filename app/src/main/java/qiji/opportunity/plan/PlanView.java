package qiji.opportunity.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiji.opportunity.schedule.ItemView;

/**
 * The plan of an opportunity; of version 0 while nothing is planned. {@code slipDays} is how much later its last item ends
 * than at the baseline, null without one.
 */
record PlanView(
        int version,
        @Nullable String positioning,
        @Nullable String channel,
        @Nullable String price,
        List<Resource> resources,
        @Nullable Instant baselineAt,
        @Nullable Integer slipDays,
        List<ItemView> items) {

    record Resource(
            ResourceKind kind,
            String name,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable LocalDate neededOn) {}
}
