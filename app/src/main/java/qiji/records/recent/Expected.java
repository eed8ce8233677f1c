package qiji.records.recent;

import java.util.Optional;
import org.jooq.Field;
import qiji.records.recent.RecentStore.Spread;

/**
 * How many rows should match, and so how the newest of them are found with the least work: all of them looked up, all rows
 * walked until enough are met, or those looked up that are of a time long enough by the indexes of the word and of time. [X1]
 */
public final class Expected {
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
    /** To see whether a long text holds a word takes so much longer than to look up a row by the index of words. */
    private static final double READ = 3;

    private final Field<?> newest;
    private final Spread spread;
    private final double matches;

    Expected(Field<?> newest, Spread spread, double matches) {
        this.newest = newest;
        this.spread = spread;
        this.matches = matches;
    }

    /** Whether {@code most} are met by walking a viewer's rows with less work than by looking up whatever matches. */
    public boolean isFrequent(int most) {
        return spread.rows() > 0 && walked(most) < matches / WORDS + most;
    }

    /** Whether it is worth knowing how many records a viewer sees. */
    public boolean isMany() {
        return spread.rows() > 0 && matches > MANY;
    }

    /** How rows about other records are found of which many match. */
    public enum Way {
        /** From the newest on, whatever they are about. */
        WALKED,
        /** All that match. */
        LOOKED_UP,
        /** All about the records that the viewer sees. */
        ABOUT_EACH
    }

    /** The one with the least work to find {@code most} for who sees so many {@code records}. */
    public Way way(double records, int most) {
        double about = ABOUT_EACH * records;
        double walked = READ * walked(most) / Math.min(1, about / spread.rows());
        double led = records + READ * about * share(wantedAbout(records, most)).orElse(1.0);
        if (Math.min(walked, led) >= matches) {
            return Way.LOOKED_UP;
        }
        return walked < led ? Way.WALKED : Way.ABOUT_EACH;
    }

    /** A time in which {@code most} of the rows about those {@code records} match; ever, where that may take all of it. */
    public Since enoughAbout(double records, int most) {
        return share(wantedAbout(records, most)).map(this::since).orElse(Since.EVER);
    }

    private double wantedAbout(double records, int most) {
        return most * ABOUT_SPARE * spread.rows() / (matches * ABOUT_EACH * records);
    }

    /** So many rows are passed until so many that match are met. */
    private double walked(int most) {
        return most * spread.rows() / matches;
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
        return looked < Math.min(all, walked(most));
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
