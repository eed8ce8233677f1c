package qiji.opportunity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.platform.Words;
import qiji.process.GateFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the fields of an opportunity are called, who may read them, and which of them gates can ask for. */
@Component
class FieldLabels implements GateFields {
    private final JsonMapper json;

    FieldLabels(JsonMapper json) {
        this.json = json;
    }

    Words of(String name) {
        return Words.of(name, name);
    }

    boolean mayRead(String name, Viewer viewer) {
        return viewer.accessTo(Opportunities.TYPE, name) != FieldAccess.HIDDEN;
    }

    /** The custom fields that hold a value. */
    Set<String> filledCustom(JSONB custom) {
        Set<String> names = new HashSet<>();
        for (var entry : json.readTree(custom.data()).properties()) {
            if (!isEmpty(entry.getValue())) {
                names.add(entry.getKey());
            }
        }
        return names;
    }

    /** What became of the custom fields between two versions of the row. */
    List<HistoryRow.Change> customChanges(@Nullable Object before, @Nullable Object after, Viewer viewer) {
        JsonNode old = tree(before);
        JsonNode now = tree(after);
        Set<String> names = new TreeSet<>(old.propertyNames());
        names.addAll(now.propertyNames());
        return names.stream()
                .filter(name -> mayRead(name, viewer) && !old.path(name).equals(now.path(name)))
                .map(name -> new HistoryRow.Change(name, of(name).here(), text(old.path(name)), text(now.path(name))))
                .toList();
    }

    private JsonNode tree(@Nullable Object custom) {
        return json.readTree(custom == null ? "{}" : custom.toString());
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : value.isString() ? value.asString() : value.toString();
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isString() && value.asString().isBlank() || value.isArray() && value.isEmpty();
    }

    @Override
    public Set<String> names() {
        return Stream.of(db.opportunity.Tables.OPPORTUNITY.fields())
                .map(column -> FieldNames.of(column.getName()))
                .collect(Collectors.toSet());
    }
}
