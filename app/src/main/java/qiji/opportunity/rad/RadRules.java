package qiji.opportunity.rad;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.platform.Time;
import qiji.records.fixed.Varies;
import qiji.rule.Rules;
import qiji.rule.Rules.Everywhere;

/** Which bands hold where, on the day that a query asks about, and the rates that were learned by then. */
@Component
class RadRules implements Varies {
    private final Rules rules;
    private final RadRuleKind kind;
    private final RadStore store;
    private final Clock clock;

    RadRules(Rules rules, RadRuleKind kind, RadStore store, Clock clock) {
        this.rules = rules;
        this.kind = kind;
        this.store = store;
        this.clock = clock;
    }

    /** {@code learned} is per cent by stage, asked for only where a rule goes by it. */
    record Held(Everywhere<RadRule> rules, Map<Long, BigDecimal> learned) {
        static final Held SHIPPED = new Held(new Everywhere<>(RadRule.shipped(), Map.of()), Map.of());
    }

    /** On the day of {@code moment}; today without one. */
    Held at(@Nullable Instant moment) {
        LocalDate day = day(moment);
        Everywhere<RadRule> held = rules.everywhere(kind, day);
        boolean learns = Stream.concat(Stream.of(held.elsewhere()), held.departments().keySet().stream())
                .anyMatch(rule -> rule.rate() == RadRate.LEARNED);
        return new Held(held, learns ? store.learned(day) : Map.of());
    }

    /** What holds for records of the department; 0 for those of none. */
    RadRule of(long departmentId, @Nullable Instant moment) {
        return rules.at(kind, departmentId == 0 ? null : departmentId, day(moment));
    }

    @Override
    public Object now() {
        return at(null);
    }

    private LocalDate day(@Nullable Instant moment) {
        return LocalDate.ofInstant(moment == null ? clock.instant() : moment, Time.ZONE);
    }
}
