package qiji.demo.chance;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way each time for the same seed, purpose and index: whatever else is made before. */
public final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;
    private double spare = Double.NaN;

    private Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    public static Chance of(long seed, String purpose, long index) {
        return new Chance((seed * GOLDEN + purpose.hashCode()) * GOLDEN + index);
    }

    public boolean is(double probability) {
        return random.nextDouble() < probability;
    }

    /** At or after {@code least}, at most {@code most}. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public double fraction() {
        return random.nextDouble();
    }

    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The index of one of {@code weights}, each as likely as it weighs. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Half of them are above {@code median}; sigma 1 is wide. */
    public double logNormal(double median, double sigma) {
        return median * Math.exp(sigma * gaussian());
    }

    /** How often something happens that happens {@code mean} times on average, independently. */
    public int poisson(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = fraction(); product > limit; product *= fraction()) {
            count++;
        }
        return count;
    }

    private double gaussian() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        double angle = 2 * Math.PI * random.nextDouble();
        spare = radius * Math.sin(angle);
        return radius * Math.cos(angle);
    }
}
