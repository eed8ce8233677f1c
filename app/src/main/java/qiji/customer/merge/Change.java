package qiji.customer.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a merge changed in columns that go together: they go back together, or not at all. */
record Change(Map<String, JsonNode> before, Map<String, JsonNode> after) {
    /** All that differs between two states of one row. Columns of {@code groups} go together, others by themselves. */
    static List<Change> between(Columns before, Columns after, Iterable<List<String>> groups) {
        Set<String> differing = before.differingFrom(after);
        List<Change> changes = new ArrayList<>();
        for (List<String> group : groups) {
            if (group.stream().anyMatch(differing::contains)) {
                changes.add(of(group, before, after));
                group.forEach(differing::remove);
            }
        }
        differing.forEach(column -> changes.add(of(List.of(column), before, after)));
        return changes;
    }

    private static Change of(List<String> columns, Columns before, Columns after) {
        Map<String, JsonNode> was = new LinkedHashMap<>();
        Map<String, JsonNode> is = new LinkedHashMap<>();
        columns.forEach(column -> {
            was.put(column, before.get(column));
            is.put(column, after.get(column));
        });
        return new Change(was, is);
    }

    /** Whether {@code other} is of the same columns. */
    boolean isOfTheSame(Change other) {
        return after.keySet().equals(other.after.keySet());
    }

    /** What is to be written to take back those of {@code changes} that nobody changed since. */
    static Map<String, JsonNode> undone(List<Change> changes, Columns now) {
        Map<String, JsonNode> back = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.after().entrySet().stream().allMatch(it -> it.getValue().equals(now.get(it.getKey())))) {
                back.putAll(change.before());
            }
        }
        return back;
    }
}
