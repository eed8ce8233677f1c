package qiji.opportunity.grade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import qiji.platform.Time;
import qiji.rule.RuleStretch;

/** From when to before when one rule held, of which departments, and the one that would have held; see {@link RuleStretch}. */
record GradeSpan(
        Instant from, Instant until, boolean isElsewhere, Set<Long> departments, GradeRule before, GradeRule after) {
    static GradeSpan of(RuleStretch<GradeRule> stretch) {
        return new GradeSpan(
                beginning(stretch.from()),
                beginning(stretch.until()),
                stretch.isElsewhere(),
                stretch.departments(),
                stretch.before(),
                stretch.after());
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toInstant();
    }
}
