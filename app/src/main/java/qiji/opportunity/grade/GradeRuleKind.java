package qiji.opportunity.grade;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import qiji.platform.FieldFault;
import qiji.platform.Words;
import qiji.rule.RuleField;
import qiji.rule.RuleField.Choice;
import qiji.rule.RuleField.Type;
import qiji.rule.RuleKind;

/** The rule by which opportunities are graded, as data. [D3 X7] */
@Component
public class GradeRuleKind implements RuleKind<GradeRule> {
    private static final RuleField TOGETHER = RuleField.of(
            "together", Type.TRUTH, "等级待确认时，评估报告一并确认", "While the grade waits, the assessment is confirmed with it");

    private final GradeRoleStore store;

    GradeRuleKind(GradeRoleStore store) {
        this.store = store;
    }

    @Override
    public String code() {
        return "grade";
    }

    @Override
    public Words words() {
        return Words.of("商机分级", "Grades of opportunities");
    }

    @Override
    public Class<GradeRule> bodyType() {
        return GradeRule.class;
    }

    @Override
    public GradeRule shipped() {
        return GradeRule.shipped();
    }

    @Override
    public List<FieldFault> faults(GradeRule body) {
        return body.faults(store.roles()::containsKey);
    }

    @Override
    public Words inWords(GradeRule rule) {
        Map<String, Words> roles = store.roles();
        List<Words> lines = new ArrayList<>();
        Words basis = rule.basis().words();
        lines.add(new Words("定级依据：" + basis.zh(), "Graded by: " + basis.en()));
        lines.add(line(Grade.ORDINARY, rule.limits().ordinary(), rule, roles));
        lines.add(line(Grade.IMPORTANT, rule.limits().important(), rule, roles));
        lines.add(line(Grade.MAJOR, rule.limits().major(), rule, roles));
        lines.add(Words.of("线路达到 %s 条的，至少为普通", "With %s lines or more: ordinary at least")
                .with(rule.manyLines()));
        Words reported = (rule.reportedFrom() == null ? Grade.ORDINARY : rule.reportedFrom()).words();
        lines.add(new Words(
                "确认后须上报市公司：" + reported.zh() + "及以上",
                "Reported to the city company once confirmed: " + reported.en() + " and above"));
        Words progress = rule.progressPaces().words();
        lines.add(new Words(
                "更新进展：" + progress.zh() + "；不要求但有虚拟团队的每周",
                "Progress: " + progress.en() + "; every week where it is not asked for but there is a team"));
        Words leading = rule.leadingPaces().words();
        lines.add(new Words("责任领导亲自跟进：" + leading.zh(), "Responsible leader in person: " + leading.en()));
        lines.add(
                rule.isTogether()
                        ? Words.of("等级与评估报告一并确认", "Grade and assessment are confirmed in one flow")
                        : Words.of("等级与评估报告分别审批", "Grade and assessment are approved each by itself"));
        return new Words(
                String.join("\n", lines.stream().map(Words::zh).toList()),
                String.join("\n", lines.stream().map(Words::en).toList()));
    }

    private static Words line(Grade grade, BigDecimal from, GradeRule rule, Map<String, Words> roles) {
        String role = rule.confirmer(grade);
        Words named = role == null ? null : roles.getOrDefault(role, Words.of(role, role));
        Words grades = grade.words();
        String amount = amount(from);
        return named == null
                ? new Words(
                        "%s：%s 元起，不需确认".formatted(grades.zh(), amount),
                        "%s: from %s yuan, confirmed by nobody".formatted(grades.en(), amount))
                : new Words(
                        "%s：%s 元起，由%s确认".formatted(grades.zh(), amount, named.zh()),
                        "%s: from %s yuan, confirmed by: %s".formatted(grades.en(), amount, named.en()));
    }

    private static String amount(BigDecimal yuan) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(yuan);
    }

    private static Stream<RuleField> paces(String path, String zh, String en) {
        List<Choice> paces = Arrays.stream(Pace.values())
                .map(pace -> new Choice(pace.name(), pace.words()))
                .toList();
        return Arrays.stream(Grade.values())
                .map(grade -> RuleField.choice(
                        path + "." + grade.name().toLowerCase(Locale.ROOT),
                        grade.words().zh() + "，" + zh,
                        grade.words().en() + ", " + en,
                        paces));
    }

    private static List<Choice> grades() {
        return Arrays.stream(Grade.values())
                .map(grade -> new Choice(grade.name(), grade.words()))
                .toList();
    }

    @Override
    public List<RuleField> fields() {
        List<Choice> roles = store.roles().entrySet().stream()
                .map(role -> new Choice(role.getKey(), role.getValue()))
                .toList();
        List<Choice> bases = Arrays.stream(GradeBasis.values())
                .map(basis -> new Choice(basis.name(), basis.words()))
                .toList();
        Stream<RuleField> first = Stream.of(
                RuleField.choice("basis", "定级依据", "Graded by", bases),
                RuleField.of("manyLines", Type.INTEGER, "线路达到多少条至少为普通", "Lines that make it ordinary at least"),
                RuleField.of("limits.ordinary", Type.MONEY, "普通，起点（元）", "Ordinary from (yuan)"),
                RuleField.choice("confirmedBy.ordinary", "普通，由谁确认", "Ordinary, confirmed by", roles),
                RuleField.of("limits.important", Type.MONEY, "重要，起点（元）", "Important from (yuan)"),
                RuleField.choice("confirmedBy.important", "重要，由谁确认", "Important, confirmed by", roles),
                RuleField.of("limits.major", Type.MONEY, "重大，起点（元）", "Major from (yuan)"),
                RuleField.choice("confirmedBy.major", "重大，由谁确认", "Major, confirmed by", roles));
        RuleField reported =
                RuleField.choice("reportedFrom", "确认后上报市公司，从哪级起", "Reported to the city company from", grades());
        return Stream.of(
                        first,
                        paces("progress", "多久更新一次进展", "progress due"),
                        paces("leading", "责任领导多久亲自跟进一次", "responsible leader in person"),
                        Stream.of(reported, TOGETHER))
                .flatMap(each -> each)
                .toList();
    }
}
