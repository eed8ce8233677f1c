package qiji.opportunity.risk;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.platform.FieldFault;
import qiji.platform.Words;
import qiji.rule.RuleField;
import qiji.rule.RuleField.Type;
import qiji.rule.RuleKind;

/** The bands of the matrix of risks, as data. [D6 X7] */
@Component
class RiskRuleKind implements RuleKind<RiskRule> {
    @Override
    public String code() {
        return "risk";
    }

    @Override
    public Words words() {
        return Words.of("风险矩阵", "Matrix of risks");
    }

    @Override
    public Class<RiskRule> bodyType() {
        return RiskRule.class;
    }

    @Override
    public RiskRule shipped() {
        return RiskRule.shipped();
    }

    @Override
    public List<FieldFault> faults(RiskRule body) {
        return body.faults();
    }

    @Override
    public Words inWords(RiskRule rule) {
        return Words.of("""
                        低：概率 × 影响不超过 %s
                        中：高于 %s，不超过 %s
                        高：高于 %s，不超过 %s
                        极高：高于 %s""", """
                        Low: probability × impact up to %s
                        Medium: above %s, up to %s
                        High: above %s, up to %s
                        Critical: above %s""").with(rule.low(), rule.low(), rule.medium(), rule.medium(), rule.high(), rule.high());
    }

    @Override
    public List<RuleField> fields() {
        return List.of(
                RuleField.of("low", Type.INTEGER, "低，概率 × 影响不超过", "Low, probability × impact up to"),
                RuleField.of("medium", Type.INTEGER, "中，不超过", "Medium, up to"),
                RuleField.of("high", Type.INTEGER, "高，不超过；再高为极高", "High, up to; above it critical"));
    }
}
