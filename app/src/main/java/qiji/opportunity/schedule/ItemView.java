package qiji.opportunity.schedule;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An item as its page reads it. {@code slipDays} is how much later it ends than its baseline, negative if earlier; null without one. */
public record ItemView(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        int version,
        ItemKind kind,
        String title,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Long assigneeId,

        @Nullable String assigneeName,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable LocalDate baseStartsOn,
        @Nullable LocalDate baseEndsOn,
        @Nullable LocalDate doneOn,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Long predecessorId,

        @Nullable Integer slipDays) {

    /** How much later all of it ends than was planned at the baseline; null without one. Days. [D7] */
    public static @Nullable Integer slipOf(List<ItemView> items) {
        return days(latest(items, ItemView::baseEndsOn), latest(items, ItemView::end));
    }

    /** When it ended; of what is not done, when it is to end. */
    private LocalDate end() {
        return end(endsOn, doneOn);
    }

    static LocalDate end(LocalDate endsOn, @Nullable LocalDate doneOn) {
        return doneOn == null ? endsOn : doneOn;
    }

    static @Nullable Integer days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    private static @Nullable LocalDate latest(List<ItemView> items, Function<ItemView, @Nullable LocalDate> day) {
        return items.stream()
                .map(day)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
