package qiji.opportunity.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.opportunity.grade.GradeRuleKind;
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

    /** On the day of {@code moment}; today without one. */
    Everywhere<Owed> at(@Nullable Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment == null ? clock.instant() : moment, Time.ZONE);
        return rules.everywhere(kind, day, Owed::of);
    }

    @Override
    public Object now() {
        return at(null);
    }
}
