package qiji.opportunity.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiji.platform.FieldFault;

/** [D6] The bands of the matrix of risks as a rule, without anything around them. */
class RiskRuleTests {
    private final RiskRuleKind kind = new RiskRuleKind();

    @ParameterizedTest
    @CsvSource({
        "2, 2, LOW",
        "1, 5, MEDIUM",
        "3, 3, MEDIUM",
        "2, 5, HIGH",
        "3, 5, HIGH",
        "4, 4, CRITICAL",
        "5, 5, CRITICAL"
    })
    void shipsWhatTheDefinitionsSay(int probability, int impact, RiskBand band) { // ≤ 4 low, ≤ 9 medium, ≤ 15 high
        assertThat(kind.shipped().band(probability, impact)).isEqualTo(band);
    }

    @Test
    void saysItsBandsInWords() {
        assertThat(kind.faults(kind.shipped())).isEmpty();
        assertThat(kind.inWords(kind.shipped()).zh()).isEqualTo("""
                低：概率 × 影响不超过 4
                中：高于 4，不超过 9
                高：高于 9，不超过 15
                极高：高于 15""");
        assertThat(kind.inWords(kind.shipped()).en()).contains("Medium: above 4, up to 9");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 9, 15, low, out-of-range",
        "4, 4, 15, medium, not-rising",
        "4, 9, 8, high, not-rising",
        "4, 9, 25, high, out-of-range"
    })
    void refusesBandsThatDoNotRise(int low, int medium, int high, String field, String code) {
        assertThat(kind.faults(new RiskRule(low, medium, high)))
                .extracting(FieldFault::field, FieldFault::code)
                .containsExactly(tuple(field, code));
    }
}
