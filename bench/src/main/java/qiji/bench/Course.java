package qiji.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs scenarios and their twins in turns: first to compare what they answer, then to warm up, then on the clock. Of a record
 * that lies on the disk the second finds in memory what the first has read, so each goes first in every other round.
 */
final class Course {
    /** Enough for a median where one turn takes seconds. */
    private static final long LONGEST_NANOS = 20_000_000_000L;

    /** Turns, each of another record where there are several. */
    private static final int COMPARED = 3;

    private static final long WARM_UP_SLICE_NANOS = 200_000_000L;

    private final List<Scenario> scenarios;
    private final int warmUpSeconds;
    private final int rounds;

    Course(List<Scenario> scenarios, int warmUpSeconds, int rounds) {
        this.scenarios = scenarios;
        this.warmUpSeconds = warmUpSeconds;
        this.rounds = rounds;
    }

    /** The first scenario reads no records: what it takes is what any request takes. */
    List<Result> run() {
        List<String> differing = differing();
        if (!differing.isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), differing));
        }
        warmUp();
        List<Measured> measured = scenarios.stream().map(this::measure).toList();
        double base = Result.median(measured.getFirst().request());
        return measured.stream()
                .map(it -> Result.of(it.scenario(), it.request(), it.twin(), base))
                .toList();
    }

    /** Which do not answer as their twins do, and what. */
    private List<String> differing() {
        List<String> differing = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            for (int turn = 0; scenario.twin() != null && turn < COMPARED; turn++) {
                Object answer = once(scenario.request(), turn);
                Object expected = once(scenario.twin(), turn);
                if (!answer.equals(expected)) {
                    differing.add(
                            "%s answers other than its twin:%n%s%n%s".formatted(scenario.name(), answer, expected));
                }
            }
        }
        return differing;
    }

    /** Everyone gets the same time, round by round: in equal turns the slow ones would take it all, and leave the quick ones cold. */
    private void warmUp() {
        long until = System.nanoTime() + warmUpSeconds * 1_000_000_000L;
        int turn = 0;
        while (System.nanoTime() < until) {
            for (Scenario scenario : scenarios) {
                long next = System.nanoTime() + WARM_UP_SLICE_NANOS;
                do {
                    once(scenario.request(), turn);
                    if (scenario.twin() != null) {
                        once(scenario.twin(), turn);
                    }
                    turn++;
                } while (System.nanoTime() < next);
            }
        }
    }

    private record Measured(Scenario scenario, double[] request, double[] twin) {}

    private Measured measure(Scenario scenario) {
        List<Double> request = new ArrayList<>();
        List<Double> twin = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < rounds && System.nanoTime() - begun < LONGEST_NANOS; i++) {
            boolean isTwinFirst = i % 2 == 1;
            if (isTwinFirst && scenario.twin() != null) {
                twin.add(timed(scenario.twin(), i));
            }
            request.add(timed(scenario.request(), i));
            if (!isTwinFirst && scenario.twin() != null) {
                twin.add(timed(scenario.twin(), i));
            }
        }
        Measured measured = new Measured(scenario, sorted(request), sorted(twin));
        System.out.printf("%s: %.2f ms%n", scenario.name(), Result.median(measured.request()));
        return measured;
    }

    private static double timed(Scenario.Work work, int turn) {
        long begun = System.nanoTime();
        once(work, turn);
        return (System.nanoTime() - begun) / 1e6;
    }

    private static Object once(Scenario.Work work, int turn) {
        try {
            return work.run(turn);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] sorted(List<Double> times) {
        return Result.sorted(times.stream().mapToDouble(it -> it).toArray());
    }
}
