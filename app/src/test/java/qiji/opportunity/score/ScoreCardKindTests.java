package qiji.opportunity.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import qiji.opportunity.score.ScoreCard.Criterion;
import qiji.platform.FieldFault;
import qiji.platform.Words;
import qiji.rule.RuleField;
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

    @Test
    @DisplayName(
            "[D6 S1 S3] two cards ship, of criteria that weigh the same: the first with its levels, the other longer")
    void shipsTheCardsOfTheSources() {
        assertThat(kind.shipped().cards())
                .extracting(ScoreCard::code, card -> names(card.criteria()))
                .containsExactly(tuple("S3", "市场需求 竞争态势 资源匹配 盈利预测"), tuple("S1", "市场规模 竞争强度 技术要求 盈利模式"));
        assertThat(kind.shipped().cards())
                .allSatisfy(card -> assertThat(card.criteria())
                        .extracting(Criterion::weight)
                        .containsOnly(BigDecimal.ONE));
        assertThat(kind.shipped().cards().getFirst().criteria())
                .allSatisfy(criterion -> assertThat(criterion.levels())
                        .extracting(level -> level.value().intValue())
                        .containsExactly(100, 75, 50, 25));
        assertThat(kind.faults(kind.shipped())).isEmpty();
    }

    @Test
    @DisplayName("[D6] the role that rates first is chosen from the roles there are, by their names")
    void offersTheRoles() {
        assertThat(kind.fields()).extracting(RuleField::path).containsExactly("firstRater");
        assertThat(kind.fields().getFirst().choices())
                .extracting(RuleField.Choice::code, role -> role.label().zh())
                .contains(tuple("SOLUTION_MANAGER", "支撑经理"));
    }

    private static String names(List<Criterion> criteria) {
        return criteria.stream().map(it -> it.name().zh()).collect(Collectors.joining(" "));
    }

    private static ScoreCards cards(int criteria) {
        List<Criterion> all = IntStream.range(0, criteria)
                .mapToObj(i -> Criterion.of("C" + i, "指标", "Criterion"))
                .toList();
        return new ScoreCards(List.of(new ScoreCard("S3", Words.of("卡", "Card"), all)), 1, null);
    }
}
