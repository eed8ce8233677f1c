package qiji.demo.chance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When each of many things of a company comes in, one after the other: by season, workday, and ever more of them. */
public final class Arrivals {
    private static final double GROWTH = 2;

    private final Span span;
    private final LocalDate first;
    private final List<Double> upTo = new ArrayList<>();

    public Arrivals(Span span) {
        this.span = span;
        this.first = Span.day(span.start());
        LocalDate last = Span.day(span.now());
        double sum = 0;
        double days = last.toEpochDay() - first.toEpochDay() + 1.0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            sum += Workday.weight(day) * (1 + GROWTH * upTo.size() / days);
            upTo.add(sum);
        }
    }

    /** The later the greater {@code fraction}, which is at least 0 and below 1; never after now. */
    public Instant at(double fraction) {
        double wanted = fraction * upTo.getLast();
        int low = 0;
        int high = upTo.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo.get(middle) > wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        double before = low == 0 ? 0 : upTo.get(low - 1);
        double ofDay = (wanted - before) / (upTo.get(low) - before);
        Instant moment = Workday.within(first.plusDays(low), ofDay);
        return moment.isAfter(span.now()) ? span.now().minusSeconds(1) : moment;
    }
}
