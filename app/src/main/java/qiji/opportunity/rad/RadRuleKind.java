package qiji.opportunity.rad;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import qiji.platform.FieldFault;
import qiji.platform.Words;
import qiji.rule.RuleField;
import qiji.rule.RuleField.Choice;
import qiji.rule.RuleField.Type;
import qiji.rule.RuleKind;

/** The bands of the RAD grid, as data. [D4 X7] */
@Component
class RadRuleKind implements RuleKind<RadRule> {
    @Override
    public String code() {
        return "rad";
    }

    @Override
    public Words words() {
        return Words.of("RAD 矩阵", "RAD grid");
    }

    @Override
    public Class<RadRule> bodyType() {
        return RadRule.class;
    }

    @Override
    public RadRule shipped() {
        return RadRule.shipped();
    }

    @Override
    public List<FieldFault> faults(RadRule body) {
        return body.faults();
    }

    @Override
    public Words inWords(RadRule rule) {
        Words rate = rule.rate().words();
        String fromA = text(rule.budget().fromA());
        String upToA = text(rule.budget().upToA());
        String from2 = text(rule.rates().from2());
        String from1 = text(rule.rates().from1());
        return Words.of("""
                        赢率取自：%s
                        D：预算低于 %s 元
                        A：预算 %s 元起，至 %s 元（含）
                        R：预算高于 %s 元
                        3：赢率低于 %s%%
                        2：赢率 %s%% 起，低于 %s%%
                        1：赢率 %s%% 起""".formatted(rate.zh(), fromA, fromA, upToA, upToA, from2, from2, from1, from1), """
                        Win rate: %s
                        D: budget below %s yuan
                        A: budget from %s to %s yuan
                        R: budget above %s yuan
                        3: win rate below %s%%
                        2: win rate from %s%%, below %s%%
                        1: win rate from %s%%""".formatted(
                        rate.en(), fromA, fromA, upToA, upToA, from2, from2, from1, from1));
    }

    private static String text(BigDecimal number) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    @Override
    public List<RuleField> fields() {
        List<Choice> rates = Arrays.stream(RadRate.values())
                .map(rate -> new Choice(rate.name(), rate.words()))
                .toList();
        return List.of(
                RuleField.choice("rate", "赢率取自", "Win rate", rates),
                RuleField.of("budget.fromA", Type.MONEY, "A，预算起点（元）", "A, budget from (yuan)"),
                RuleField.of("budget.upToA", Type.MONEY, "A，预算终点（含，元）；再高为 R", "A, budget up to (yuan); above it R"),
                RuleField.of("rates.from2", Type.PERCENT, "2，赢率起点（%）", "2, win rate from (%)"),
                RuleField.of("rates.from1", Type.PERCENT, "1，赢率起点（%）", "1, win rate from (%)"));
    }
}
