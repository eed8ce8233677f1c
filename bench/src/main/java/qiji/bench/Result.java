package qiji.bench;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How long a scenario took, beside its twin. {@code ratio} = request ÷ (twin + a request that reads no records). */
record Result(
        String name,
        double medianMs,
        double p95Ms,
        @Nullable Double twinMs,
        @Nullable Double ratio,
        Scenario.Bar bar,
        boolean ok) {
    private static final double START_BAR_MS = 8_000;

    static Result ofStart(double ms) {
        return new Result(
                "start until ready",
                ms,
                ms,
                null,
                null,
                new Scenario.Bar(START_BAR_MS, null, null),
                ms <= START_BAR_MS);
    }

    /** Times are sorted, in milliseconds. */
    static Result of(Scenario scenario, double[] request, double[] twin, double baseMs) {
        double median = median(request);
        double p95 = request[(int) Math.ceil(request.length * 0.95) - 1];
        @Nullable Double twinMs = twin.length == 0 ? null : median(twin);
        @Nullable Double ratio = twinMs == null ? null : median / (twinMs + baseMs);
        Scenario.Bar bar = scenario.bar();
        boolean ok = within(median, bar.medianMs()) && within(p95, bar.p95Ms()) && within(ratio, bar.ratio());
        return new Result(scenario.name(), median, p95, twinMs, ratio, bar, ok);
    }

    static double[] sorted(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static boolean within(@Nullable Double value, @Nullable Double most) {
        return most == null || value == null || value <= most;
    }
}
