package qiji.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.approval.ApprovalPlan.Flow;
import qiji.approval.ApprovalPlan.Level;
import qiji.organization.holder.Holders;
import qiji.platform.FieldFault;
import qiji.platform.Words;
import qiji.rule.RuleField;
import qiji.rule.RuleKind;
import qiji.rule.Rules;

/** The plan that holds for a department on a day: a rule, shipped by the modules each for its own. [D9 X7] */
@Component
class ApprovalPlans implements RuleKind<ApprovalPlan> {
    private final ObjectProvider<ApprovalSubject> subjects;
    private final Rules rules;
    private final Holders holders;
    private final RuleWords words;

    ApprovalPlans(ObjectProvider<ApprovalSubject> subjects, Rules rules, Holders holders, RuleWords words) {
        this.subjects = subjects;
        this.rules = rules;
        this.holders = holders;
        this.words = words;
    }

    /** The flow for it; the one that ships where the plan does not speak of the kind at all: it may be older than the kind. */
    Optional<Flow> flow(ApprovalSubject subject, ApprovalSubject.Matter matter, LocalDate day) {
        ApprovalPlan plan = rules.at(this, matter.departmentId(), day);
        return plan.speaksOf(subject.kind())
                ? plan.flow(subject.kind(), matter)
                : new ApprovalPlan(subject.shipped()).flow(subject.kind(), matter);
    }

    /** Whether who decides differs by grade or amount, so that it tells them. */
    boolean tellsApart(ApprovalSubject subject, ApprovalSubject.Matter matter, LocalDate day) {
        ApprovalPlan plan = rules.at(this, matter.departmentId(), day);
        List<Flow> flows = plan.speaksOf(subject.kind()) ? plan.flows() : subject.shipped();
        return flows.stream().noneMatch(flow -> flow.kind().equals(subject.kind()))
                || flows.stream().anyMatch(flow -> flow.kind().equals(subject.kind()) && flow.isForSome());
    }

    @Override
    public String code() {
        return "approval-plan";
    }

    @Override
    public Words words() {
        return Words.of("审批流程", "Approval plan");
    }

    @Override
    public Class<ApprovalPlan> bodyType() {
        return ApprovalPlan.class;
    }

    @Override
    public ApprovalPlan shipped() {
        return new ApprovalPlan(
                subjects.stream().flatMap(subject -> subject.shipped().stream()).toList());
    }

    /** What the plan's own form offers to choose from; paths are those of any flow and level. */
    @Override
    public List<RuleField> fields() {
        Map<String, Words> grades = new LinkedHashMap<>();
        subjects.forEach(subject -> grades.putAll(subject.grades()));
        return List.of(
                RuleField.choice(
                        "flows.kind",
                        "审批事项",
                        "What is decided",
                        subjects.stream()
                                .map(subject -> new RuleField.Choice(subject.kind(), subject.words()))
                                .toList()),
                RuleField.choice("flows.grades", "等级", "Grades", choices(grades)),
                RuleField.choice("flows.levels.role", "角色", "Role", choices(holders.roleNames())),
                RuleField.choice(
                        "flows.levels.mode",
                        "方式",
                        "How many",
                        Stream.of(Mode.values())
                                .map(mode -> new RuleField.Choice(mode.name(), mode.words()))
                                .toList()));
    }

    private static List<RuleField.Choice> choices(Map<String, Words> words) {
        return words.entrySet().stream()
                .map(entry -> new RuleField.Choice(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public List<FieldFault> faults(ApprovalPlan plan) {
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < plan.flows().size(); i++) {
            Flow flow = plan.flows().get(i);
            String at = "flows." + i;
            if (subjects.stream().noneMatch(subject -> subject.kind().equals(flow.kind()))) {
                faults.add(fault(at + ".kind", "unknown", "没有这种审批", "There is no such kind of approval"));
            }
            if (flow.from() != null && flow.below() != null && flow.from().compareTo(flow.below()) >= 0) {
                faults.add(fault(at + ".below", "too-small", "须大于起点金额", "Must be more than the amount it begins with"));
            }
            if (flow.levels().isEmpty()) {
                faults.add(FieldFault.required(at + ".levels"));
            }
            for (int j = 0; j < flow.levels().size(); j++) {
                faults(flow.levels().get(j), at + ".levels." + j, faults);
            }
        }
        return faults;
    }

    @SuppressWarnings("ConstantValue") // what people wrote may lack it
    private void faults(Level level, String at, List<FieldFault> faults) {
        if (level.by() == null) {
            faults.add(FieldFault.required(at + ".by"));
        }
        if (level.by() == ApprovalPlan.By.ROLE
                && (level.role() == null || !holders.roleNames().containsKey(level.role()))) {
            faults.add(fault(at + ".role", "unknown", "没有这个角色", "There is no such role"));
        }
        for (int i = 0; i < level.above().size(); i++) {
            if (!holders.roleNames().containsKey(level.above().get(i))) {
                faults.add(fault(at + ".above." + i, "unknown", "没有这个角色", "There is no such role"));
            }
        }
        if (level.up() < 0) {
            faults.add(fault(at + ".up", "negative", "不能为负数", "Must not be negative"));
        }
        Integer days = level.days();
        if (days != null && (days < 1 || days > 365)) {
            faults.add(fault(at + ".days", "out-of-range", "须为 1 至 365 天", "Between 1 and 365 days"));
        }
    }

    private static FieldFault fault(String field, String code, String zh, String en) {
        return FieldFault.of(field, code, Words.of(zh, en));
    }

    @Override
    public Words inWords(ApprovalPlan plan) {
        List<Words> lines = plan.flows().stream().map(this::line).toList();
        return Words.of(
                lines.stream().map(Words::zh).collect(Collectors.joining("\n")),
                lines.stream().map(Words::en).collect(Collectors.joining("\n")));
    }

    private Words line(Flow flow) {
        Optional<ApprovalSubject> subject = subjects.stream()
                .filter(known -> known.kind().equals(flow.kind()))
                .findFirst();
        Words kind = subject.map(ApprovalSubject::words).orElse(Words.of(flow.kind(), flow.kind()));
        Map<String, Words> known = subject.map(ApprovalSubject::grades).orElse(Map.of());
        List<Words> grades = flow.grades().stream()
                .map(code -> known.getOrDefault(code, Words.of(code, code)))
                .toList();
        List<Words> levels = flow.levels().stream().map(this::level).toList();
        return Words.of(
                kind.zh() + joined(grades, Words::zh, "、", "（", "）") + amounts(flow, "；金额不低于 ", "；金额低于 ") + "："
                        + joined(levels, Words::zh, " → ", "", ""),
                kind.en() + joined(grades, Words::en, ", ", " (", ")")
                        + amounts(flow, "; amount from ", "; amount below ") + ": "
                        + joined(levels, Words::en, " → ", "", ""));
    }

    private static String joined(
            List<Words> all, Function<Words, String> language, String between, String before, String after) {
        return all.isEmpty() ? "" : all.stream().map(language).collect(Collectors.joining(between, before, after));
    }

    private static String amounts(Flow flow, String from, String below) {
        return (flow.from() == null ? "" : from + flow.from().toPlainString())
                + (flow.below() == null ? "" : below + flow.below().toPlainString());
    }

    private Words level(Level level) {
        Words who = words.both(
                Words.of("%s，%s", "%s, %s"), words.who(level), level.mode().words());
        return level.days() == null
                ? who
                : Words.of(who.zh() + "，" + level.days() + " 天内", who.en() + ", within " + level.days() + " days");
    }
}
