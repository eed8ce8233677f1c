package qiji.opportunity.gate;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiji.opportunity.trial.Changes;
import qiji.platform.Words;
import qiji.rule.TrialKind.Verdict;
import qiji.rule.TrialResult;
import qiji.rule.TrialResult.Reason;

/** Puts together what a trial of gates found: what was missing, judged by what was asked and would have been. */
final class GateChanges {
    static final int MOVES = 0;
    static final int SUMS = 1;
    static final int RECORDS = 2;

    static final String PASSES = "PASSES";
    static final String REFUSED = "REFUSED";
    static final List<Verdict> VERDICTS =
            List.of(new Verdict(PASSES, Words.of("可以推进", "Passes")), new Verdict(REFUSED, Words.of("不能推进", "Refused")));

    /** {@code part} tells what it is: moves, a sum by owner, or one record; {@code lacking} are places among the conditions. */
    record Found(
            int part,
            @Nullable Long id,
            int route,
            List<Integer> lacking,
            @Nullable Long owner,
            long count,
            @Nullable BigDecimal amount) {}

    /** What was missing by what was asked then, and by the draft. */
    private record Missing(Set<GateCondition> before, Set<GateCondition> after) {
        String from() {
            return before.isEmpty() ? PASSES : REFUSED;
        }

        String to() {
            return after.isEmpty() ? PASSES : REFUSED;
        }

        List<String> added() {
            return codes(after, before);
        }

        List<String> removed() {
            return codes(before, after);
        }

        private static List<String> codes(Set<GateCondition> some, Set<GateCondition> others) {
            return some.stream()
                    .filter(it -> !others.contains(it))
                    .map(GateCondition::code)
                    .toList();
        }
    }

    private final GateComparison compared;

    GateChanges(GateComparison compared) {
        this.compared = compared;
    }

    TrialResult of(List<Found> found, long judged) {
        Map<Long, Missing> records = new HashMap<>();
        List<Changes.Row> rows = found.stream()
                .filter(it -> it.part() != MOVES)
                .map(it -> {
                    Missing missing = missing(it);
                    if (it.id() != null) {
                        records.put(it.id(), missing);
                    }
                    return new Changes.Row(it.id(), missing.from(), missing.to(), it.count(), it.amount(), it.owner());
                })
                .toList();
        TrialResult summed = Changes.of(rows);
        return new TrialResult(
                summed.changed(),
                summed.amount(),
                summed.cells(),
                summed.owners(),
                summed.records().stream().map(it -> why(it, records)).toList(),
                steps(found, judged));
    }

    private static TrialResult.Changed why(TrialResult.Changed record, Map<Long, Missing> records) {
        Missing missing = records.getOrDefault(record.id(), new Missing(Set.of(), Set.of()));
        return new TrialResult.Changed(
                record.id(),
                record.from(),
                record.to(),
                record.amount(),
                record.ownerId(),
                missing.added(),
                missing.removed());
    }

    private TrialResult.Steps steps(List<Found> found, long judged) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        long changed = 0;
        long refused = 0;
        for (Found moves : found) {
            if (moves.part() == MOVES) {
                Missing missing = missing(moves);
                changed += moves.count();
                refused += missing.before().isEmpty() && !missing.after().isEmpty() ? moves.count() : 0;
                missing.added()
                        .forEach(code -> reasons.merge(code, new Reason(code, moves.count(), 0), GateChanges::sum));
                missing.removed()
                        .forEach(code -> reasons.merge(code, new Reason(code, 0, moves.count()), GateChanges::sum));
            }
        }
        return new TrialResult.Steps(
                judged,
                changed,
                refused,
                reasons.values().stream()
                        .sorted(Comparator.comparing((Reason it) -> it.added() + it.removed())
                                .reversed()
                                .thenComparing(Reason::code))
                        .toList(),
                doubts());
    }

    private static Reason sum(Reason one, Reason other) {
        return new Reason(one.code(), one.added() + other.added(), one.removed() + other.removed());
    }

    private Missing missing(Found found) {
        GateRoute route = compared.routes().get(found.route());
        Set<GateCondition> lacking = found.lacking().stream()
                .map(compared.conditions()::get)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Missing(GateRoute.missing(route.before(), lacking), GateRoute.missing(route.after(), lacking));
    }

    private List<String> doubts() {
        return GateDoubt.of(compared).stream().map(GateDoubt::name).toList();
    }
}
