package qiji.opportunity.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.opportunity.score.ScoreCard.Criterion;
import qiji.opportunity.score.ScoreCard.Level;
import qiji.organization.holder.Holders;
import qiji.platform.FieldFault;
import qiji.platform.Words;
import qiji.rule.RuleField;
import qiji.rule.RuleField.Choice;
import qiji.rule.RuleKind;

/** The score cards as data: their editions never change, so an assessment can always be told by the card that it had. [D6 X7] */
@Component
public class ScoreCardKind implements RuleKind<ScoreCards> {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final int MOST_RATERS = 20;
    /** So many a rater can answer at once. */
    private static final int MOST_CRITERIA = 100;

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final Holders holders;

    ScoreCardKind(Holders holders) {
        this.holders = holders;
    }

    @Override
    public String code() {
        return "score-card";
    }

    @Override
    public Words words() {
        return Words.of("评分卡", "Score cards");
    }

    @Override
    public Class<ScoreCards> bodyType() {
        return ScoreCards.class;
    }

    @Override
    public ScoreCards shipped() {
        return ScoreCards.shipped();
    }

    /** What the cards' own form offers to choose from. */
    @Override
    public List<RuleField> fields() {
        List<Choice> roles = holders.roleNames().entrySet().stream()
                .map(role -> new Choice(role.getKey(), role.getValue()))
                .toList();
        return List.of(RuleField.choice("firstRater", "送审前须由哪个角色先评", "Role that rates first", roles));
    }

    @Override
    public List<FieldFault> faults(ScoreCards body) {
        List<FieldFault> faults = new ArrayList<>();
        if (body.cards().isEmpty()) {
            faults.add(FieldFault.required("cards"));
        }
        if (body.leastRaters() > MOST_RATERS) {
            faults.add(fault("leastRaters", "out-of-range", "最多 20 人", "20 at most"));
        }
        if (body.firstRater() != null && !holders.roleNames().containsKey(body.firstRater())) {
            faults.add(fault("firstRater", "unknown", "没有这个角色", "There is no such role"));
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < body.cards().size(); i++) {
            ScoreCard card = body.cards().get(i);
            String at = "cards." + i;
            code(at + ".code", card.code(), codes, faults);
            name(at + ".name", card.name(), faults);
            criteria(at + ".criteria", card.criteria(), faults);
        }
        return faults;
    }

    private static void criteria(String path, List<Criterion> criteria, List<FieldFault> faults) {
        if (criteria.isEmpty()) {
            faults.add(FieldFault.required(path));
        } else if (criteria.size() > MOST_CRITERIA) {
            faults.add(fault(path, "too-many", "最多 100 项", "100 at most"));
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            String at = path + "." + i;
            code(at + ".code", criterion.code(), codes, faults);
            name(at + ".name", criterion.name(), faults);
            number(at + ".weight", criterion.weight(), true, faults);
            for (int j = 0; j < criterion.levels().size(); j++) {
                Level level = criterion.levels().get(j);
                number(at + ".levels." + j + ".value", level.value(), false, faults);
                name(at + ".levels." + j + ".name", level.name(), faults);
            }
        }
    }

    private static void code(String path, @Nullable String code, Set<String> before, List<FieldFault> faults) {
        if (code == null || !CODE.matcher(code).matches()) {
            faults.add(fault(path, "malformed", "大写字母开头，只含大写字母、数字和下划线", "Capital letters, digits and underscores"));
        } else if (!before.add(code)) {
            faults.add(fault(path, "taken", "编码重复", "It is there already"));
        }
    }

    @SuppressWarnings("ConstantValue") // what people wrote may lack parts
    private static void name(String path, @Nullable Words name, List<FieldFault> faults) {
        if (name == null || isBlank(name.zh()) || isBlank(name.en())) {
            faults.add(fault(path, "required", "请填写中文和英文名称", "Name it in both languages"));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void number(String path, @Nullable BigDecimal value, boolean positive, List<FieldFault> faults) {
        if (value == null) {
            faults.add(FieldFault.required(path));
        } else if (value.signum() < (positive ? 1 : 0)
                || value.compareTo(MOST) > 0
                || value.stripTrailingZeros().scale() > 2) {
            faults.add(
                    positive
                            ? fault(
                                    path,
                                    "out-of-range",
                                    "须大于 0，不超过 100，最多两位小数",
                                    "Above 0, 100 at most, two decimals at most")
                            : fault(path, "out-of-range", "须为 0 至 100，最多两位小数", "From 0 to 100, two decimals at most"));
        }
    }

    private static FieldFault fault(String field, String code, String zh, String en) {
        return FieldFault.of(field, code, Words.of(zh, en));
    }

    @Override
    public Words inWords(ScoreCards body) {
        List<Words> lines = new ArrayList<>();
        body.cards().forEach(card -> {
            lines.add(new Words(
                    "%s（%s）".formatted(card.name().zh(), card.code()),
                    "%s (%s)".formatted(card.name().en(), card.code())));
            card.criteria().forEach(criterion -> lines.add(line(card, criterion)));
        });
        lines.add(Words.of("至少 %s 人评分", "Raters at least: %s").with(body.leastRaters()));
        if (body.firstRater() != null) {
            Map<String, Words> roles = holders.roleNames();
            Words role = roles.getOrDefault(body.firstRater(), Words.of(body.firstRater(), body.firstRater()));
            lines.add(new Words("送审前须由%s初评".formatted(role.zh()), "Rated first by: %s".formatted(role.en())));
        }
        return new Words(
                lines.stream().map(Words::zh).collect(Collectors.joining("\n")),
                lines.stream().map(Words::en).collect(Collectors.joining("\n")));
    }

    private static Words line(ScoreCard card, Criterion criterion) {
        String weight = plain(criterion.weight());
        String zh = criterion.levels().stream()
                .map(level -> level.name().zh() + " " + plain(level.value()))
                .collect(Collectors.joining("、"));
        String en = criterion.levels().stream()
                .map(level -> level.name().en() + " " + plain(level.value()))
                .collect(Collectors.joining(", "));
        return new Words(
                "%s · %s，权重 %s%s".formatted(card.code(), criterion.name().zh(), weight, zh.isEmpty() ? "" : "：" + zh),
                "%s · %s, weight %s%s"
                        .formatted(card.code(), criterion.name().en(), weight, en.isEmpty() ? "" : ": " + en));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
