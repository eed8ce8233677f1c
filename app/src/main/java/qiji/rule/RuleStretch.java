package qiji.rule;

import java.time.LocalDate;
import java.util.Set;

/**
 * Days in a row, from {@code from} to before {@code until}, on which {@code before} held for records of some departments
 * and {@code after} would have held: for those of {@code departments}, or, if {@code isElsewhere}, for all but those, also
 * for records of no department.
 */
public record RuleStretch<B>(
        LocalDate from, LocalDate until, boolean isElsewhere, Set<Long> departments, B before, B after) {}
