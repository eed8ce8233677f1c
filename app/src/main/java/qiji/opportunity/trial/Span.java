package qiji.opportunity.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import qiji.platform.Time;
import qiji.rule.RuleStretch;

/** From when to before when one rule held, of which departments, and the one that would have held; see {@link RuleStretch}. */
public record Span<B>(Instant from, Instant until, boolean isElsewhere, Set<Long> departments, B before, B after) {
    /** Those of {@code stretches} in which the rules differ. */
    public static <B> List<Span<B>> of(List<RuleStretch<B>> stretches) {
        return stretches.stream()
                .filter(it -> !it.before().equals(it.after()))
                .map(Span::of)
                .toList();
    }

    private static <B> Span<B> of(RuleStretch<B> stretch) {
        return new Span<>(
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
