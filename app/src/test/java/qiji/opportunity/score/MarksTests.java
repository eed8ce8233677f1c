package qiji.opportunity.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import qiji.platform.Words;

/** What raters come to along a card. [D6] */
class MarksTests {
    private static final ScoreCard CARD =
            Objects.requireNonNull(ScoreCards.shipped().find("S3"));

    private static Map<String, BigDecimal> marks(int... values) {
        return IntStream.range(0, values.length)
                .boxed()
                .collect(Collectors.toMap(i -> CARD.criteria().get(i).code(), i -> BigDecimal.valueOf(values[i])));
    }

    @Test
    @DisplayName("[D6] 75/50/50/50 → 56.25 → 暂缓")
    void weighsAlike() {
        BigDecimal total = Objects.requireNonNull(new Marks(CARD, Map.of(1L, marks(75, 50, 50, 50))).total());
        assertThat(total).isEqualByComparingTo("56.25");
        assertThat(ScreeningRule.shipped().screen(total)).isEqualTo(Screening.DEFER);
    }

    @Test
    @DisplayName("[D6] of several raters the mean counts, their spread is the largest less the smallest")
    void takesTheMean() {
        Marks marks =
                new Marks(CARD, Map.of(1L, marks(100, 50, 50, 50), 2L, marks(50, 50, 50, 50), 3L, marks(75, 50, 50)));
        assertThat(marks.total()).isEqualByComparingTo("56.25");
        assertThat(marks.totalOf(1)).isEqualByComparingTo("62.50");
        assertThat(marks.totalOf(3)).isNull();
        assertThat(marks.wholeRaters()).isEqualTo(2);
        assertThat(marks.spread()).isEqualByComparingTo("12.50");
        assertThat(marks.criteria().getFirst().mean()).isEqualByComparingTo("75");
        assertThat(marks.criteria().getFirst().spread()).isEqualByComparingTo("50");
        assertThat(marks.criteria().getLast().answers()).isEqualTo(2);
    }

    @Test
    @DisplayName("[D6] without a value for each criterion there is no total")
    void staysOpen() {
        assertThat(new Marks(CARD, Map.of(1L, marks(75, 50, 50))).total()).isNull();
        assertThat(new Marks(CARD, Map.of()).spread()).isNull();
    }

    @Test
    @DisplayName("[D6] is rounded half up once, at the end, and weights count by their sum")
    void roundsAtTheEdge() {
        ScoreCard card = new ScoreCard(
                "X",
                Words.of("甲", "A"),
                List.of(
                        new ScoreCard.Criterion("A", Words.of("一", "One"), BigDecimal.valueOf(2), List.of()),
                        new ScoreCard.Criterion("B", Words.of("二", "Two"), BigDecimal.ONE, List.of())));
        var given = Map.of(
                1L, Map.of("A", new BigDecimal("33.33"), "B", new BigDecimal("10")),
                2L, Map.of("A", new BigDecimal("33.34"), "B", new BigDecimal("11")),
                3L, Map.of("A", new BigDecimal("33.34"), "B", new BigDecimal("11")));
        // (2 × 33.3366… + 10.6666…) ÷ 3 = 25.7799…
        assertThat(new Marks(card, given).total()).isEqualByComparingTo("25.78");
    }

    @Test
    @DisplayName("[D6] ≥ 80 优先 · ≥ 60 正常 · ≥ 40 暂缓 · else 放弃, and the line that led to it is told")
    void screens() {
        ScreeningRule rule = ScreeningRule.shipped();
        assertThat(rule.screen(new BigDecimal("80"))).isEqualTo(Screening.PRIORITY);
        assertThat(rule.screen(new BigDecimal("79.99"))).isEqualTo(Screening.NORMAL);
        assertThat(rule.screen(new BigDecimal("60"))).isEqualTo(Screening.NORMAL);
        assertThat(rule.screen(new BigDecimal("59.99"))).isEqualTo(Screening.DEFER);
        assertThat(rule.screen(new BigDecimal("40.00"))).isEqualTo(Screening.DEFER);
        assertThat(rule.screen(new BigDecimal("39.99"))).isEqualTo(Screening.ABANDON);
        assertThat(rule.line(Screening.DEFER).zh()).isEqualTo("40 分起：暂缓跟进");
        assertThat(rule.line(Screening.ABANDON).en()).isEqualTo("Below 40: Abandon");
    }

    @Test
    @DisplayName("[D6] limits fall from 100 to 0; all that is wrong is told")
    void tellsFaults() {
        assertThat(ScreeningRule.shipped().faults()).isEmpty();
        assertThat(new ScreeningRule(BigDecimal.valueOf(60), BigDecimal.valueOf(60), BigDecimal.valueOf(-1)).faults())
                .extracting("field", "code")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("normal", "not-falling"),
                        org.assertj.core.groups.Tuple.tuple("defer", "out-of-range"));
    }
}
