package qiji.opportunity.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import qiji.process.SalesProcess;
import qiji.process.Stage;
import qiji.process.Stages.Edition;

/** A draft of a process beside all that was published of it: the ways on which it asks otherwise, and all that is asked there. */
record GateComparison(
        SalesProcess draft, List<Edition> editions, List<GateRoute> routes, List<GateCondition> conditions) {

    /** {@code elsewhere} are stages of other processes, which opportunities may have come from. */
    static GateComparison of(List<Edition> editions, SalesProcess draft, Collection<Long> elsewhere) {
        List<GateRoute> routes = new ArrayList<>();
        for (Edition edition : editions) {
            List<Long> known =
                    edition.process().stages().stream().map(Stage::key).toList();
            for (long target : known) {
                if (draft.findStage(target).filter(stage -> !stage.archived()).isPresent()) {
                    Stream.concat(known.stream(), elsewhere.stream())
                            .map(from -> route(edition, draft, from, target))
                            .filter(GateRoute::differs)
                            .forEach(routes::add);
                }
            }
        }
        Set<GateCondition> conditions = new LinkedHashSet<>();
        routes.forEach(route -> {
            conditions.addAll(route.before());
            conditions.addAll(route.after());
        });
        return new GateComparison(draft, List.copyOf(editions), List.copyOf(routes), List.copyOf(conditions));
    }

    private static GateRoute route(Edition edition, SalesProcess draft, long from, long target) {
        Set<Long> stages = new LinkedHashSet<>();
        GateCondition.way(edition.process(), from, target).forEach(stage -> stages.add(stage.key()));
        GateCondition.way(draft, from, target).forEach(stage -> stages.add(stage.key()));
        return new GateRoute(
                edition.id(),
                from,
                target,
                GateCondition.asked(edition.process(), from, target),
                GateCondition.asked(draft, from, target),
                stages);
    }

    /** The routes, by their places, on which a missing condition would have made a difference. */
    List<Integer> turningOn(GateCondition condition) {
        return places(condition, GateRoute::turnsOn);
    }

    List<Integer> asking(GateCondition condition) {
        return places(condition, GateRoute::asks);
    }

    private List<Integer> places(GateCondition condition, BiPredicate<GateRoute, GateCondition> which) {
        return IntStream.range(0, routes.size())
                .filter(place -> which.test(routes.get(place), condition))
                .boxed()
                .toList();
    }

    /** The stages that moves on these routes entered, and came from. */
    Set<Long> targets() {
        Set<Long> targets = new LinkedHashSet<>();
        routes.forEach(route -> targets.add(route.target()));
        return targets;
    }

    /** The edition that opportunities took which came to the process at a moment; null before the first. */
    record Newest(long edition, Instant since) {}

    List<Newest> newest() {
        return editions.reversed().stream()
                .map(edition -> new Newest(edition.id(), edition.publishedAt()))
                .toList();
    }

    long first() {
        return editions.getFirst().id();
    }

    /** Stages that a published edition leads to and the draft does not: moves to them are not judged. */
    boolean closesStages() {
        return editions.stream()
                .flatMap(edition -> edition.process().path().stream())
                .anyMatch(stage -> draft.findStage(stage.key())
                        .filter(still -> !still.archived())
                        .isEmpty());
    }
}
