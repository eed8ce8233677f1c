package qiji.opportunity.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import qiji.platform.FieldFault;
import qiji.platform.Words;
import qiji.rule.RuleField;
import qiji.rule.RuleField.Type;
import qiji.rule.RuleKind;

/** The rule by which scores become directions, as data. [D6 X7] */
@Component
public class ScreeningRuleKind implements RuleKind<ScreeningRule> {
    @Override
    public String code() {
        return "screening";
    }

    @Override
    public Words words() {
        return Words.of("商机筛选", "Screening of opportunities");
    }

    @Override
    public Class<ScreeningRule> bodyType() {
        return ScreeningRule.class;
    }

    @Override
    public ScreeningRule shipped() {
        return ScreeningRule.shipped();
    }

    @Override
    public List<FieldFault> faults(ScreeningRule body) {
        return body.faults();
    }

    @Override
    public Words inWords(ScreeningRule rule) {
        List<Words> lines = Arrays.stream(Screening.values()).map(rule::line).toList();
        return new Words(
                lines.stream().map(Words::zh).collect(Collectors.joining("\n")),
                lines.stream().map(Words::en).collect(Collectors.joining("\n")));
    }

    @Override
    public List<RuleField> fields() {
        return List.of(
                RuleField.of("priority", Type.PERCENT, "优先跟进，起点（分）", "Priority from (score)"),
                RuleField.of("normal", Type.PERCENT, "正常跟进，起点（分）", "Normal from (score)"),
                RuleField.of("defer", Type.PERCENT, "暂缓跟进，起点（分）", "Defer from (score)"));
    }
}
