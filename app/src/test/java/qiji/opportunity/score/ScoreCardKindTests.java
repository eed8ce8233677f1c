package qiji.opportunity.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import qiji.opportunity.score.ScoreCard.Criterion;
import qiji.platform.FieldFault;
import qiji.platform.Words;
import qiji.testing.ModuleTest;

/** Which score cards may be published. [D6] */
@ModuleTest
class ScoreCardKindTests {
    @Autowired
    ScoreCardKind kind;

    @Test
    @DisplayName("[D6] a card has as many criteria as a rater can answer at once, and no more")
    void limitsCriteria() {
        assertThat(kind.faults(cards(100))).isEmpty();
        assertThat(kind.faults(cards(101))).extracting(FieldFault::field).containsExactly("cards.0.criteria");
    }

    private static ScoreCards cards(int criteria) {
        List<Criterion> all = IntStream.range(0, criteria)
                .mapToObj(i -> Criterion.of("C" + i, "指标", "Criterion"))
                .toList();
        return new ScoreCards(List.of(new ScoreCard("S3", Words.of("卡", "Card"), all)), 1, null);
    }
}
