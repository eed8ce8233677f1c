package qiji.records.recent;

import java.util.Optional;
import org.jooq.Field;
import qiji.records.recent.RecentStore.Spread;

/**
 * How many rows should match, and so how the newest of them are found with the least work: all of them looked up, all rows
 * walked until enough are met, or those looked up that are of a time long enough by the indexes of the word and of time. [X1]
 */
public final class Expected {
    /** Of so many rows one matches where a word is frequent. */
    private static final int FREQUENT = 10;
    /** What is estimated may be so much less. */
    private static final double SPARE = 1.2;
    /** So many entries of the index of time, and of that of words, are read while one row is looked up. */
    private static final double TIMES = 20;

    private static final double WORDS = 8;

    /** So few are looked up before it is known what else could be. */
    private static final double MANY = 5_000;

    /** So many rows are about a record, one way or the other. */
    private static final double ABOUT_EACH = 5;
    /** How many of them match is known from all rows only. */
    private static final double ABOUT_SPARE = 2;

    private final Field<?> newest;
    private final Spread spread;
    private final double matches;

    Expected(Field<?> newest, Spread spread, double matches) {
        this.newest = newest;
        this.spread = spread;
        this.matches = matches;
    }

    public boolean isFrequent() {
        return spread.rows() > 0 && matches * FREQUENT >= spread.rows();
    }

    public boolean isMany() {
        return matches > MANY;
    }

    /**
     * Whether so many rows match that those about each of the {@code records} that a viewer sees are looked up with less work:
     * some rows are about each.
     */
    public boolean isMoreThanAbout(double records) {
        return isMany() && matches > ABOUT_EACH * records;
    }

    /** A time in which {@code most} of the rows about those {@code records} match; ever, where that may take all of it. */
    public Since enoughAbout(double records, int most) {
        return share(most * ABOUT_SPARE * spread.rows() / (matches * ABOUT_EACH * records))
                .map(this::since)
                .orElse(Since.EVER);
    }

    /** A time in which {@code most} match; ever, where all that match are found, or enough are met, with less work. */
    public Since enough(int most) {
        return share(most * SPARE / matches)
                .filter(share -> isLookedUp(share, most))
                .map(this::since)
                .orElse(Since.EVER);
    }

    private boolean isLookedUp(double share, int most) {
        double looked = matches / WORDS + spread.rows() * share / TIMES + matches * share;
        double all = matches / WORDS + matches;
        double walked = most * spread.rows() / matches;
        return looked < Math.min(all, walked);
    }

    /** In whole parts of those that are known; none where it is all time. */
    private Optional<Double> share(double wanted) {
        double share = Math.ceil(wanted * parts()) / parts();
        return matches > 0 && parts() > 0 && share < 1 ? Optional.of(share) : Optional.empty();
    }

    private Since since(double share) {
        return new Since(newest, spread.bounds()[(int) Math.round(parts() * (1 - share))]);
    }

    private int parts() {
        return spread.bounds().length - 1;
    }
}
