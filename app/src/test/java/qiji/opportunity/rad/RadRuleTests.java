package qiji.opportunity.rad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiji.platform.FieldFault;

/** [D4] The bands of the RAD grid as a rule, without anything around them. */
class RadRuleTests {
    private final RadRuleKind kind = new RadRuleKind();

    @Test
    void shipsWhatTheSourceSays() { // [S17]
        assertThat(kind.shipped().faults()).isEmpty();
        assertThat(kind.inWords(kind.shipped()).zh()).isEqualTo("""
                赢率取自：阶段预设的赢率
                D：预算低于 100,000 元
                A：预算 100,000 元起，至 500,000 元（含）
                R：预算高于 500,000 元
                3：赢率低于 25%
                2：赢率 25% 起，低于 50%
                1：赢率 50% 起""");
        assertThat(kind.inWords(kind.shipped()).en()).contains("A: budget from 100,000 to 500,000 yuan");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 25, 50, budget.fromA, not-rising",
        "100, 100, 25, 50, budget.upToA, not-rising",
        "100.001, 200, 25, 50, budget.fromA, out-of-range",
        ", 200, 25, 50, budget.fromA, required",
        "100, 200, 50, 50, rates.from1, not-rising",
        "100, 200, 25, 100.01, rates.from1, out-of-range"
    })
    void refusesBandsThatDoNotRise(
            BigDecimal fromA, BigDecimal upToA, BigDecimal from2, BigDecimal from1, String field, String code) {
        RadRule rule = new RadRule(RadRate.OWNER, new RadRule.Budgets(fromA, upToA), new RadRule.Rates(from2, from1));
        assertThat(kind.faults(rule))
                .extracting(FieldFault::field, FieldFault::code)
                .contains(tuple(field, code));
    }
}
