package qiji.opportunity.control;

import java.util.List;
import org.springframework.stereotype.Component;
import qiji.platform.FieldFault;
import qiji.platform.Words;
import qiji.rule.RuleField;
import qiji.rule.RuleKind;

/** The rule by which stays that are too long are told upwards, as data. [D5 X7] */
@Component
class OverstayRuleKind implements RuleKind<OverstayRule> {
    @Override
    public String code() {
        return "overstay";
    }

    @Override
    public Words words() {
        return Words.of("阶段超期", "Staying too long in a stage");
    }

    @Override
    public Class<OverstayRule> bodyType() {
        return OverstayRule.class;
    }

    @Override
    public OverstayRule shipped() {
        return new OverstayRule(7);
    }

    @Override
    public List<FieldFault> faults(OverstayRule body) {
        return body.escalateAfterDays() >= 1 && body.escalateAfterDays() <= OverstayRule.LONGEST
                ? List.of()
                : List.of(FieldFault.of(
                        "escalateAfterDays", "out-of-range", Words.of("应在 1 到 365 天之间", "Must be 1 to 365 days")));
    }

    @Override
    public Words inWords(OverstayRule rule) {
        return Words.of(
                        "超期当天提醒负责人；超期满 %s 天仍未推进的，提醒其上级",
                        "The owner is reminded on the first day; after %s days their manager is told as well")
                .with(rule.escalateAfterDays());
    }

    @Override
    public List<RuleField> fields() {
        return List.of(RuleField.of(
                "escalateAfterDays", RuleField.Type.INTEGER, "超期多少天后提醒上级", "Days after which the manager is told"));
    }
}
