package qiji.opportunity;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.FieldAccess;
import qiji.access.Viewer;
import qiji.platform.Words;
import qiji.process.GateFields;
import qiji.records.Catalogue;
import qiji.records.FieldOf;
import qiji.records.Records;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the fields of an opportunity are called, who may read them, and which of them gates can ask for. */
@Component
class FieldLabels implements GateFields {
    private static final Viewer ALL_SEEING = Viewer.system("names of fields");
    private static final String CUSTOM = "cf_";

    private final JsonMapper json;
    private final Catalogue catalogue;
    private final Records records;

    FieldLabels(JsonMapper json, Catalogue catalogue, Records records) {
        this.json = json;
        this.catalogue = catalogue;
        this.records = records;
    }

    /** As the catalogue calls it, or the administrators who made the custom field; an unknown one by its name. */
    Words of(String name) {
        return catalogue
                .field(OpportunityFields.TYPE, name, ALL_SEEING)
                .<Words>map(FieldOf::label)
                .orElse(Words.of(name, name));
    }

    /** A name that is no field of the catalogue (lines, team) is readable unless a rule hides it. */
    boolean mayRead(String name, Viewer viewer) {
        return catalogue.field(OpportunityFields.TYPE, name, viewer).isPresent()
                || catalogue.field(OpportunityFields.TYPE, name, ALL_SEEING).isEmpty()
                        && viewer.accessTo(Opportunities.TYPE, name) != FieldAccess.HIDDEN;
    }

    /** The values of all fields that the viewer may read. Throws NOT_FOUND. */
    Map<String, @Nullable Object> values(long id, Viewer viewer) {
        return records.one(OpportunityFields.TYPE, id, viewer);
    }

    /** The custom fields that hold a value. */
    Set<String> filledCustom(JSONB custom) {
        Set<String> names = new HashSet<>();
        for (var entry : json.readTree(custom.data()).properties()) {
            if (!isEmpty(entry.getValue())) {
                names.add(CUSTOM + entry.getKey());
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
                .filter(name ->
                        mayRead(CUSTOM + name, viewer) && !old.path(name).equals(now.path(name)))
                .map(name -> new HistoryRow.Change(
                        CUSTOM + name, of(CUSTOM + name).here(), text(old.path(name)), text(now.path(name))))
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

    /** What people fill in, and what winning fills in; custom fields included. */
    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (FieldOf<?> field : catalogue.fields(OpportunityFields.TYPE, ALL_SEEING)) {
            if (!field.isReadOnly()) {
                names.add(field.name());
            }
        }
        names.add(GateFacts.CLOSED_ON);
        return names;
    }
}
