package qiji.bench;

import org.jspecify.annotations.Nullable;

/** What is measured other than by the clock, with its bar; a goal is told, not held to. */
record Figure(
        String name,
        double value,
        String unit,
        @Nullable Double atLeast,
        @Nullable Double atMost,
        boolean goal) {
    static Figure atMost(String name, double value, String unit, double bar) {
        return new Figure(name, value, unit, null, bar, false);
    }

    static Figure atLeast(String name, double value, String unit, double bar) {
        return new Figure(name, value, unit, bar, null, false);
    }

    static Figure goal(String name, double value, String unit, double least) {
        return new Figure(name, value, unit, least, null, true);
    }

    boolean ok() {
        return (atLeast == null || value >= atLeast) && (atMost == null || value <= atMost);
    }
}
