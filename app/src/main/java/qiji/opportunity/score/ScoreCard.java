package qiji.opportunity.score;

import java.math.BigDecimal;
import java.util.List;
import qiji.platform.Words;

/**
 * What an opportunity is scored by. A criterion counts by its weight over the sum of weights; its levels say in words what
 * values mean, and may be missing. [D6]
 */
public record ScoreCard(String code, Words name, List<Criterion> criteria) {
    @SuppressWarnings("ConstantValue") // written by people as JSON, who may leave it out
    public ScoreCard {
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
    }

    public record Criterion(String code, Words name, BigDecimal weight, List<Level> levels) {
        @SuppressWarnings("ConstantValue")
        public Criterion {
            levels = levels == null ? List.of() : List.copyOf(levels);
        }

        /** Of the weight that all have. */
        static Criterion of(String code, String zh, String en, Level... levels) {
            return new Criterion(code, Words.of(zh, en), BigDecimal.ONE, List.of(levels));
        }
    }

    public record Level(BigDecimal value, Words name) {}
}
