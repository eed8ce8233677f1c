package qiji.records.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run found: rows that are good or bad, what the good ones would do, and the problems, each kind once, with
 * what was probably meant. {@code willCreate} counts what would be made because a row refers to it, by label of its kind.
 * {@code alike} tells which rows would make what is probably there already; null in reports of before it was asked.
 */
record ImportReport(
        long good,
        long bad,
        long created,
        long updated,
        long unchanged,
        Map<String, Integer> willCreate,
        List<Trouble> problems,
        @Nullable Alike alike) {

    /** A kind of problem: how many rows have it, some of them, and near values for those that have one. */
    record Trouble(
            @Nullable String column,
            String field,
            String code,
            String message,
            long count,
            List<Example> examples,
            List<Suggestion> suggestions) {}

    record Example(long row, String value) {}

    /** {@code count} rows say {@code from} and probably mean {@code to}. */
    record Suggestion(String from, String to, long count) {}

    /** How many rows would make a record that is probably there already, and the first of them. */
    record Alike(long count, List<AlikeRow> rows) {}

    /** {@code otherId} is null where the other one is made by a row of the same file. */
    record AlikeRow(long row, String name, @Nullable String otherId, String otherName, int score) {}

    /** Collects what is alike; of each row the likeliest one. */
    static final class Likely {
        private static final int MOST = 50;
        private final Set<Long> counted = new HashSet<>();
        private final Map<Long, AlikeRow> rows = new LinkedHashMap<>();

        void add(ImportVerbs.Alike alike, Map<Long, Long> rowsByRecord) {
            long row = Objects.requireNonNull(rowsByRecord.get(alike.id()));
            counted.add(row);
            if (rows.size() < MOST || rows.containsKey(row)) {
                boolean ofFile = rowsByRecord.containsKey(alike.otherId());
                rows.merge(
                        row,
                        new AlikeRow(
                                row,
                                alike.name(),
                                ofFile ? null : Long.toString(alike.otherId()),
                                alike.otherName(),
                                alike.score()),
                        (one, other) -> one.score() >= other.score() ? one : other);
            }
        }

        Alike told() {
            return new Alike(counted.size(), List.copyOf(rows.values()));
        }
    }

    /** Collects problems while the rows pass; memory does not grow with the file beyond a bound. */
    static final class Problems {
        private static final int KINDS = 200;
        private static final int VALUES = 1000;
        private static final int EXAMPLES = 5;
        private final Map<Kind, Group> groups = new LinkedHashMap<>();

        private record Kind(@Nullable String column, String field, String code, String message) {}

        private static final class Group {
            private long count;
            private final List<Example> examples = new ArrayList<>();
            private final Map<String, Long> values = new HashMap<>();
        }

        void add(long row, RowFault fault) {
            var kind = new Kind(fault.column(), fault.field(), fault.code(), fault.message());
            if (!groups.containsKey(kind) && groups.size() >= KINDS) {
                return;
            }
            var group = groups.computeIfAbsent(kind, _ -> new Group());
            group.count++;
            boolean isNew = !group.values.containsKey(fault.value());
            if (isNew && group.examples.size() < EXAMPLES) {
                group.examples.add(new Example(row, fault.value()));
            }
            if (!isNew || group.values.size() < VALUES) {
                group.values.merge(fault.value(), 1L, Long::sum);
            }
        }

        /** The most frequent first. {@code near} says what a value of a field was probably meant to be. */
        List<Trouble> sorted(BiFunction<String, String, Optional<String>> near) {
            return groups.entrySet().stream()
                    .map(entry -> trouble(entry.getKey(), entry.getValue(), near))
                    .sorted(Comparator.comparingLong(Trouble::count).reversed())
                    .toList();
        }

        private static Trouble trouble(Kind kind, Group group, BiFunction<String, String, Optional<String>> near) {
            List<Suggestion> suggestions = kind.code().startsWith("unknown-")
                    ? group.values.entrySet().stream()
                            .flatMap(value -> near
                                    .apply(kind.field(), value.getKey())
                                    .map(to -> new Suggestion(value.getKey(), to, value.getValue()))
                                    .stream())
                            .sorted(Comparator.comparingLong(Suggestion::count).reversed())
                            .toList()
                    : List.of();
            return new Trouble(
                    kind.column(),
                    kind.field(),
                    kind.code(),
                    kind.message(),
                    group.count,
                    List.copyOf(group.examples),
                    suggestions);
        }
    }
}
