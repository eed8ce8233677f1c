package qiji.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.approval.ApprovalPlan.Level;
import qiji.approval.ApprovalSubject.Matter;
import qiji.organization.holder.Holders;
import qiji.organization.holder.Holders.Found;
import qiji.platform.Time;
import qiji.platform.Words;

/** Finds the people of each level of the plan that holds today. [D9] */
@Component
class Planner {
    private static final Words NO_FLOW = Words.of("没有为“%s”设置审批流程", "No approval is planned for “%s”");
    private static final Words EMPTY = Words.of("第 %s 级没有可以审批的人：%s", "Level %s has nobody to decide: %s");
    private static final Words NOBODY = Words.of(
            "部门“%2$s”及其上级部门没有“%1$s”（不能是申请人或负责人本人）",
            "neither “%2$s” nor a department above has a “%1$s” besides sender and owner");

    private final ApprovalPlans plans;
    private final Holders holders;
    private final RuleWords words;
    private final Clock clock;

    Planner(ApprovalPlans plans, Holders holders, RuleWords words, Clock clock) {
        this.plans = plans;
        this.holders = holders;
        this.words = words;
        this.clock = clock;
    }

    /** A level with those who are asked; {@code missing} says who would have to be there if there is nobody. */
    record Planned(
            int number, Level rule, Found found, @Nullable Words missing) {}

    /** At least one; one without people stands for a plan that names no level. */
    List<Planned> plan(ApprovalSubject subject, Matter matter, Set<Long> senders) {
        List<Level> levels = plans.flow(subject, matter, LocalDate.now(clock.withZone(Time.ZONE)))
                .map(ApprovalPlan.Flow::levels)
                .orElseGet(() -> subject.levels(matter));
        if (levels.isEmpty()) {
            Level none = Level.manager(0);
            return List.of(new Planned(1, none, Found.NOBODY, words.both(NO_FLOW, subject.words())));
        }
        return IntStream.range(0, levels.size())
                .mapToObj(at -> planned(at + 1, levels.get(at), matter, senders))
                .toList();
    }

    /** Of the rule, or of a role above it; the rule says which. */
    private Planned planned(int number, Level level, Matter matter, Set<Long> senders) {
        Set<Long> own = own(matter, senders);
        return candidates(level, matter)
                .map(rule -> new Planned(number, rule, find(rule, matter, own), null))
                .filter(planned -> !planned.found().isEmpty())
                .findFirst()
                .orElseGet(() -> new Planned(
                        number,
                        level,
                        Found.NOBODY,
                        words.both(EMPTY, String.valueOf(number), missing(level, matter))));
    }

    /** Who decides at a level in the place of one who may not any more: not one of {@code except}. */
    List<Long> instead(Level level, Matter matter, Set<Long> except) {
        return candidates(level, matter)
                .map(rule -> find(rule, matter, except).userIds())
                .filter(users -> !users.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Words missing(Level level, Matter matter) {
        return words.both(NOBODY, words.who(level), words.department(matter.departmentId()));
    }

    /** The roles above are asked only where nobody but those who may not decide it holds the role. */
    private Stream<Level> candidates(Level level, Matter matter) {
        boolean isVacant = level.by() != ApprovalPlan.By.ROLE
                || find(level, matter, Set.of()).isEmpty();
        return isVacant
                ? Stream.of(level)
                : Stream.concat(Stream.of(level), level.above().stream().map(level::by));
    }

    private Found find(Level level, Matter matter, Set<Long> own) {
        return switch (level.by()) {
            case ROLE -> holders.of(String.valueOf(level.role()), matter.departmentId(), own);
            case LEADER -> holders.leader(matter.departmentId(), level.up(), own);
            case MANAGER -> holders.manager(matter.ownerId(), own);
        };
    }

    /** Those who never decide it. */
    static Set<Long> own(Matter matter, Set<Long> senders) {
        Set<Long> own = new HashSet<>(senders);
        own.add(matter.ownerId());
        return own;
    }
}
