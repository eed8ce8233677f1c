package qiji.opportunity.history;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import qiji.access.Viewer;
import qiji.opportunity.FieldLabels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What became of the custom fields between two versions of an opportunity. */
@Component
class CustomChanges {
    private final FieldLabels labels;
    private final JsonMapper json;

    CustomChanges(FieldLabels labels, JsonMapper json) {
        this.labels = labels;
        this.json = json;
    }

    List<HistoryRow.Change> between(@Nullable Object before, @Nullable Object after, Viewer viewer) {
        JsonNode old = tree(before);
        JsonNode now = tree(after);
        Set<String> names = new TreeSet<>(old.propertyNames());
        names.addAll(now.propertyNames());
        return names.stream()
                .filter(name -> labels.mayRead(FieldLabels.CUSTOM + name, viewer)
                        && !old.path(name).equals(now.path(name)))
                .map(name -> new HistoryRow.Change(
                        FieldLabels.CUSTOM + name,
                        labels.of(FieldLabels.CUSTOM + name).here(),
                        text(name, old.path(name), viewer),
                        text(name, now.path(name), viewer)))
                .toList();
    }

    private JsonNode tree(@Nullable Object custom) {
        return json.readTree(custom == null ? "{}" : custom.toString());
    }

    private @Nullable String text(String name, JsonNode value, Viewer viewer) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        return labels.inWords(FieldLabels.CUSTOM + name, value, viewer);
    }
}
