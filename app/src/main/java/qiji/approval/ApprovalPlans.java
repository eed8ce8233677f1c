package qiji.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import qiji.approval.ApprovalPlan.Flow;
import qiji.approval.ApprovalPlan.Level;
import qiji.organization.holder.Holders;
import qiji.platform.FieldFault;
import qiji.platform.Words;
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

    ApprovalPlan at(@Nullable Long departmentId, LocalDate day) {
        return rules.at(this, departmentId, day);
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

    @Override
    public List<FieldFault> faults(ApprovalPlan plan) {
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < plan.flows().size(); i++) {
            Flow flow = plan.flows().get(i);
            String at = "flows." + i;
            if (subjects.stream().noneMatch(subject -> subject.kind().equals(flow.kind()))) {
                faults.add(fault(at + ".kind", "unknown", "没有这种审批", "There is no such kind of approval"));
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
        Words kind = subjects.stream()
                .filter(subject -> subject.kind().equals(flow.kind()))
                .findFirst()
                .map(ApprovalSubject::words)
                .orElse(Words.of(flow.kind(), flow.kind()));
        List<Words> levels = flow.levels().stream().map(this::level).toList();
        return Words.of(
                kind.zh() + condition(flow, "；金额不低于 ", "；金额低于 ") + "："
                        + levels.stream().map(Words::zh).collect(Collectors.joining(" → ")),
                kind.en() + condition(flow, "; amount from ", "; amount below ") + ": "
                        + levels.stream().map(Words::en).collect(Collectors.joining(" → ")));
    }

    private static String condition(Flow flow, String from, String below) {
        return (flow.grades().isEmpty() ? "" : " [" + String.join(", ", flow.grades()) + "]")
                + (flow.from() == null ? "" : from + flow.from().toPlainString())
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
