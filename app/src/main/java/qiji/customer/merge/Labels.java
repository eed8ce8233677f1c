package qiji.customer.merge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiji.records.FieldOf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/** The tags of two records that become one: the survivor has those of both, and undoing takes away each that was added. */
record Labels(Set<String> all) {
    static Labels of(JsonNode value) {
        Set<String> all = new LinkedHashSet<>();
        value.forEach(tag -> all.add(tag.asString()));
        return new Labels(all);
    }

    /** With those of {@code other} behind them, as far as a record can have so many. */
    Labels and(Labels other) {
        Set<String> both = new LinkedHashSet<>(all);
        other.all.stream()
                .filter(tag -> both.size() < FieldOf.MOST_TAGS || both.contains(tag))
                .forEach(both::add);
        return new Labels(both);
    }

    Labels without(Labels other) {
        Set<String> left = new LinkedHashSet<>(all);
        left.removeAll(other.all);
        return new Labels(left);
    }

    Labels alsoIn(Labels other) {
        Set<String> common = new LinkedHashSet<>(all);
        common.retainAll(other.all);
        return new Labels(common);
    }

    JsonNode json() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        all.forEach(array::add);
        return array;
    }

    static JsonNode only(Map<String, JsonNode> values) {
        return values.values().iterator().next();
    }

    static Labels before(Change change) {
        return of(only(change.before()));
    }

    static Labels added(Change change) {
        return of(only(change.after())).without(before(change));
    }

    /** Tags that are {@code now}, with what {@code change} did to them taken back; as they lay before, where they are those. */
    static JsonNode undone(Change change, JsonNode now) {
        JsonNode before = only(change.before());
        Labels after = of(only(change.after()));
        Labels left = of(now).without(added(change)).and(of(before).without(after));
        return left.equals(of(before)) ? before : left.json();
    }

    /** The same change, which adds {@code more} besides. */
    static Change adding(Labels more, String column, Change change) {
        Labels before = before(change);
        Labels left = before.without(more);
        Labels after = of(only(change.after())).and(more);
        return new Change(
                Map.of(column, left.equals(before) ? only(change.before()) : left.json()),
                Map.of(column, after.json()));
    }

    /** Of custom fields nothing is no value at all. */
    static Change nothing(String column) {
        JsonNode nothing =
                column.startsWith(Columns.custom("")) ? NullNode.getInstance() : JsonNodeFactory.instance.arrayNode();
        return new Change(Map.of(column, nothing), Map.of(column, nothing));
    }

    /** Those of {@code changes} that are of tags, by their column. */
    static Map<String, Change> among(List<Change> changes, Set<String> columns) {
        Map<String, Change> found = new LinkedHashMap<>();
        for (Change change : changes) {
            String column = change.after().keySet().iterator().next();
            if (change.after().size() == 1 && columns.contains(column)) {
                found.put(column, change);
            }
        }
        return found;
    }
}
