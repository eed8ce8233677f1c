package qiji.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that is published, by kind and place. A place is a department, or {@link #HEADQUARTERS}; {@code above} is the place
 * above each department.
 */
record RuleBook(Map<String, Map<Long, List<Published>>> editions, Set<String> locked, Map<Long, Long> above) {
    static final long HEADQUARTERS = 0;

    /** An edition, published {@code at}, that holds from a day on; without body it gives way to what is above. Newest first. */
    record Published(
            long id,
            int number,
            LocalDate effectiveFrom,
            @Nullable String body,
            Instant at) {}

    /** As it was before {@code moment}, departments as they stand today. */
    RuleBook before(Instant moment) {
        Map<String, Map<Long, List<Published>>> known = new HashMap<>();
        editions.forEach((kind, places) -> {
            Map<Long, List<Published>> there = known.computeIfAbsent(kind, _ -> new HashMap<>());
            places.forEach((place, all) -> there.put(
                    place, all.stream().filter(it -> it.at().isBefore(moment)).toList()));
        });
        return new RuleBook(known, locked, above);
    }

    /** What holds for records of the department; null for what was shipped. */
    @Nullable
    Published at(String kind, @Nullable Long departmentId, LocalDate day) {
        return resolve(kind, path(kind, departmentId), day);
    }

    /** What holds there if the place itself has nothing to say. */
    @Nullable
    Published aboveOf(String kind, long place, LocalDate day) {
        List<Long> path = path(kind, place);
        return place == HEADQUARTERS ? null : resolve(kind, path.subList(1, path.size()), day);
    }

    /** The edition of the place itself that holds on {@code day}, also one that gives way. */
    @Nullable
    Published own(String kind, long place, LocalDate day) {
        return editions.getOrDefault(kind, Map.of()).getOrDefault(place, List.of()).stream()
                .filter(it -> !it.effectiveFrom().isAfter(day))
                .findFirst()
                .orElse(null);
    }

    boolean saysSomething(String kind, long place, LocalDate day) {
        Published own = own(kind, place, day);
        return own != null && own.body() != null;
    }

    boolean isLocked(String kind) {
        return locked.contains(kind);
    }

    /** Places that have a rule of the kind. */
    Set<Long> places(String kind) {
        return editions.getOrDefault(kind, Map.of()).keySet();
    }

    /** Departments for which one nearer than headquarters had, has or will have a rule of the kind, by id. */
    Set<Long> differing(String kind) {
        Set<Long> places = places(kind);
        Set<Long> differing = new TreeSet<>();
        if (!isLocked(kind) && places.stream().anyMatch(place -> place != HEADQUARTERS)) {
            above.keySet().stream()
                    .filter(department -> upwards(department).stream()
                            .anyMatch(place -> place != HEADQUARTERS && places.contains(place)))
                    .forEach(differing::add);
        }
        return differing;
    }

    /** The days on which some rule of the kind begins to hold. */
    Set<LocalDate> turns(String kind) {
        Set<LocalDate> days = new TreeSet<>();
        editions.getOrDefault(kind, Map.of()).values().forEach(all -> all.forEach(it -> days.add(it.effectiveFrom())));
        return days;
    }

    /** From the department upwards to headquarters. */
    List<Long> upwards(long place) {
        List<Long> path = new ArrayList<>();
        for (Long at = place; at != null && at != HEADQUARTERS; at = above.get(at)) {
            path.add(at);
        }
        path.add(HEADQUARTERS);
        return path;
    }

    private List<Long> path(String kind, @Nullable Long departmentId) {
        return departmentId == null || isLocked(kind) ? List.of(HEADQUARTERS) : upwards(departmentId);
    }

    private @Nullable Published resolve(String kind, List<Long> path, LocalDate day) {
        for (long place : path) {
            if (saysSomething(kind, place, day)) {
                return own(kind, place, day);
            }
        }
        return null;
    }
}
