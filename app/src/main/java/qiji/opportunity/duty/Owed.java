package qiji.opportunity.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import qiji.opportunity.grade.Grade;
import qiji.opportunity.grade.GradeRule;
import qiji.opportunity.grade.Pace;
import qiji.opportunity.grade.Paces;
import qiji.rule.Rules.Held;

/**
 * What the rules of grades say of duties: departments whose rules differ in other things are alike here. {@code progress}
 * and {@code leading} are the grades that owe them, {@code team} those that owe progress every week where there is a team.
 * [D3 D8]
 */
record Owed(Map<Due, List<Grade>> progress, Map<Due, List<Grade>> team, Map<Due, List<Grade>> leading) {
    static final Owed SHIPPED = of(List.of(new Held<>(Paces.SHIPPED, null)), List.of(new Held<>(Paces.SHIPPED, null)));

    /**
     * How often it is due, and since when it is at least as often as that; null for ever. What was not asked for before is not
     * owed for weeks that began before, and an edition that asks for no more begins nothing anew.
     */
    record Due(Pace pace, @Nullable LocalDate since) {
        static final Due EVERY_WEEK = new Due(Pace.WEEKLY, null);
    }

    /** The latest first. */
    static Owed of(List<Held<GradeRule>> held) {
        return of(paces(held, GradeRule::progressPaces), paces(held, GradeRule::leadingPaces));
    }

    private static Owed of(List<Held<Paces>> progress, List<Held<Paces>> leading) {
        Map<Due, List<Grade>> team = new LinkedHashMap<>();
        for (Grade grade : Grade.values()) {
            since(progress, grade, Owed::isWeeklyForTeams, Pace.WEEKLY, team);
        }
        return new Owed(asked(progress), team, asked(leading));
    }

    private static Map<Due, List<Grade>> asked(List<Held<Paces>> held) {
        Map<Due, List<Grade>> asked = new LinkedHashMap<>();
        for (Grade grade : Grade.values()) {
            Pace pace = held.getFirst().body().of(grade);
            since(held, grade, then -> then != Pace.NONE && then.weeks() <= pace.weeks(), pace, asked);
        }
        return asked;
    }

    /** A grade that asks for nothing leaves it to the team. */
    private static boolean isWeeklyForTeams(Pace pace) {
        return pace == Pace.NONE || pace == Pace.WEEKLY;
    }

    private static void since(
            List<Held<Paces>> held, Grade grade, Predicate<Pace> asks, Pace pace, Map<Due, List<Grade>> into) {
        List<Held<Paces>> asking = held.stream()
                .takeWhile(then -> asks.test(then.body().of(grade)))
                .toList();
        if (!asking.isEmpty()) {
            into.computeIfAbsent(new Due(pace, asking.getLast().from()), _ -> new ArrayList<>())
                    .add(grade);
        }
    }

    private static List<Held<Paces>> paces(List<Held<GradeRule>> held, Function<GradeRule, Paces> of) {
        return held.stream()
                .map(then -> new Held<>(of.apply(then.body()), then.from()))
                .toList();
    }
}
