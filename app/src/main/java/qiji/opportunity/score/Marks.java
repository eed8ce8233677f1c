package qiji.opportunity.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the raters gave, and what it comes to: of each criterion the mean, over all by weight; rounded once, at the end. A
 * criterion without any value leaves the total open. [D6]
 */
public final class Marks {
    private final ScoreCard card;
    /** By rater, by criterion. */
    private final Map<Long, Map<String, BigDecimal>> given;

    public Marks(ScoreCard card, Map<Long, Map<String, BigDecimal>> given) {
        this.card = card;
        this.given = given;
    }

    /** Mean and spread (largest less smallest) of one criterion with two decimals; null while nobody gave a value. */
    public record Criterion(
            String code,
            int answers,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal spread) {}

    public List<Criterion> criteria() {
        return card.criteria().stream()
                .map(criterion -> {
                    List<BigDecimal> values = values(criterion.code());
                    return new Criterion(criterion.code(), values.size(), edge(mean(values)), edge(spread(values)));
                })
                .toList();
    }

    /** Null while a criterion has no value. */
    public @Nullable BigDecimal total() {
        return edge(weighted(criterion -> mean(values(criterion.code()))));
    }

    /** What one rater alone comes to; null while something is missing. */
    public @Nullable BigDecimal totalOf(long rater) {
        return edge(weighted(criterion -> of(rater).get(criterion.code())));
    }

    /** How far the totals of the raters lie apart; null while nobody has rated everything. */
    public @Nullable BigDecimal spread() {
        List<BigDecimal> totals = given.keySet().stream()
                .map(rater -> weighted(criterion -> of(rater).get(criterion.code())))
                .filter(Objects::nonNull)
                .toList();
        return edge(spread(totals));
    }

    /** How many rated every criterion. */
    public long wholeRaters() {
        return given.keySet().stream().filter(rater -> totalOf(rater) != null).count();
    }

    private Map<String, BigDecimal> of(long rater) {
        return given.getOrDefault(rater, Map.of());
    }

    private List<BigDecimal> values(String criterion) {
        return given.values().stream()
                .map(marks -> marks.get(criterion))
                .filter(Objects::nonNull)
                .toList();
    }

    private interface ValueOf {
        @Nullable
        BigDecimal of(ScoreCard.Criterion criterion);
    }

    private @Nullable BigDecimal weighted(ValueOf value) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (ScoreCard.Criterion criterion : card.criteria()) {
            BigDecimal mark = value.of(criterion);
            if (mark == null) {
                return null;
            }
            sum = sum.add(mark.multiply(criterion.weight()));
            weights = weights.add(criterion.weight());
        }
        return weights.signum() == 0 ? null : sum.divide(weights, MathContext.DECIMAL128);
    }

    private static @Nullable BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal::add)
                .map(sum -> sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128))
                .orElse(null);
    }

    private static @Nullable BigDecimal spread(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal::max)
                .flatMap(most -> values.stream().reduce(BigDecimal::min).map(most::subtract))
                .orElse(null);
    }

    private static @Nullable BigDecimal edge(@Nullable BigDecimal exact) {
        return exact == null ? null : exact.setScale(2, RoundingMode.HALF_UP);
    }
}
