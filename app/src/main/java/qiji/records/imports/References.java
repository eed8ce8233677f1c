package qiji.records.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiji.access.Viewer;
import qiji.records.NamedRecords;
import qiji.records.RecordTypes;

/**
 * Finds the records that cells name, for one run: what was looked for once is remembered, and what is new in a batch is
 * looked up in one query a field. Only records that the viewer may see are found.
 */
final class References {
    /** Beyond so many names a suggestion is not worth its time. */
    private static final int MOST_CANDIDATES = 20_000;

    private final NamedRecords records;
    private final RecordTypes types;
    private final Viewer viewer;
    private final Map<String, Map<String, List<NamedRecords.Named>>> known = new HashMap<>();
    private final Map<String, List<String>> candidates = new HashMap<>();

    References(NamedRecords records, RecordTypes types, Viewer viewer) {
        this.records = records;
        this.types = types;
        this.viewer = viewer;
    }

    sealed interface Found {
        record One(long id) implements Found {}

        /** More than one record has that name. */
        record Several() implements Found {}

        record None() implements Found {}
    }

    void prepare(ImportField field, Set<String> names) {
        var cache = cacheOf(field);
        var unknown = new HashSet<>(names);
        unknown.removeAll(cache.keySet());
        if (!unknown.isEmpty()) {
            var found = records.find(types.get(reference(field)), unknown, field.within(), viewer);
            unknown.forEach(name -> cache.put(name, found.getOrDefault(name, List.of())));
        }
    }

    /** {@code within} is the id in the field that {@link ImportField#within} names, if the row has one. */
    Found find(ImportField field, String name, @Nullable Long within) {
        var all = cacheOf(field).getOrDefault(name, List.of());
        var fitting = within == null
                ? all
                : all.stream()
                        .filter(named -> Objects.equals(named.within(), within))
                        .toList();
        return switch (fitting.size()) {
            case 0 -> new Found.None();
            case 1 -> new Found.One(fitting.getFirst().id());
            default -> new Found.Several();
        };
    }

    /** A record of that name was just made. */
    void add(ImportField field, String name, long id) {
        known.forEach((key, cache) -> {
            if (key.startsWith(reference(field) + "|")) {
                cache.put(name, List.of(new NamedRecords.Named(id, null)));
            }
        });
        cacheOf(field).put(name, List.of(new NamedRecords.Named(id, null)));
    }

    /** The record of that name is gone again. */
    void forget(String type, String name) {
        known.forEach((key, cache) -> {
            if (key.startsWith(type + "|")) {
                cache.remove(name);
            }
        });
    }

    /** Names that a wrong one could have meant. */
    List<String> candidates(ImportField field) {
        return candidates.computeIfAbsent(
                reference(field), type -> records.names(types.get(type), MOST_CANDIDATES, viewer));
    }

    private Map<String, List<NamedRecords.Named>> cacheOf(ImportField field) {
        return known.computeIfAbsent(reference(field) + "|" + field.within(), _ -> new HashMap<>());
    }

    private static String reference(ImportField field) {
        return Objects.requireNonNull(field.reference(), field.name());
    }
}
