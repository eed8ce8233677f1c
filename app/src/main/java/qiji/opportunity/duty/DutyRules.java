package qiji.opportunity.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.opportunity.grade.GradeRule;
import qiji.opportunity.grade.GradeRuleKind;
import qiji.opportunity.grade.Paces;
import qiji.platform.Time;
import qiji.records.fixed.Varies;
import qiji.rule.Rules;
import qiji.rule.Rules.Everywhere;

/** Which duties grades bring where, on the day that a query asks about. */
@Component
class DutyRules implements Varies {
    private final Rules rules;
    private final GradeRuleKind kind;
    private final Clock clock;

    DutyRules(Rules rules, GradeRuleKind kind, Clock clock) {
        this.rules = rules;
        this.kind = kind;
        this.clock = clock;
    }

    /** What a rule of grades says of duties: departments whose rules differ in other things are alike here. */
    record Owed(Paces progress, Paces leading) {
        static Owed of(GradeRule rule) {
            return new Owed(rule.progressPaces(), rule.leadingPaces());
        }
    }

    /** On the day of {@code moment}; today without one. */
    Everywhere<Owed> at(@Nullable Instant moment) {
        Everywhere<GradeRule> held =
                rules.everywhere(kind, LocalDate.ofInstant(moment == null ? clock.instant() : moment, Time.ZONE));
        Owed elsewhere = Owed.of(held.elsewhere());
        Map<Owed, Set<Long>> departments = new LinkedHashMap<>();
        held.departments().forEach((rule, there) -> {
            Owed owed = Owed.of(rule);
            if (!owed.equals(elsewhere)) {
                departments.computeIfAbsent(owed, _ -> new TreeSet<>()).addAll(there);
            }
        });
        return new Everywhere<>(elsewhere, departments);
    }

    @Override
    public Object now() {
        return at(null);
    }
}
