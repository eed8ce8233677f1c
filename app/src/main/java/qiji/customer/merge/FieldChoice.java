package qiji.customer.merge;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which of two values the survivor has of each field: its own, and where that is empty the other's, unless chosen else. */
record FieldChoice(List<MergeField> fields, String aboveField, Standing standing, Columns keep, Columns gone) {
    boolean differs(MergeField field) {
        return !(keep.isBlank(field.column()) && gone.isBlank(field.column()))
                && !keep.get(field.column()).equals(gone.get(field.column()));
    }

    /** Whether who asks may take the value of the one that goes, or leave it. */
    boolean mayChoose(MergeField field) {
        boolean settled = isAbove(field) && standing != Standing.APART;
        boolean empties = field.required() && gone.isBlank(field.column());
        return field.choosable() && differs(field) && !settled && !empties;
    }

    boolean takenUnasked(MergeField field) {
        if (field.united()) {
            return false;
        }
        if (isAbove(field) && standing != Standing.APART) {
            return standing == Standing.KEEP_BELOW;
        }
        return keep.isBlank(field.column()) && !gone.isBlank(field.column());
    }

    /** What changes of the survivor's columns. {@code take} names the fields taken from the other; null for what is usual. */
    Map<String, JsonNode> changes(@Nullable Set<String> take) {
        Map<String, JsonNode> changes = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        for (MergeField field : fields) {
            known.addAll(field.columns());
            if (field.united()) {
                unite(field.column(), changes);
                continue;
            }
            boolean taken = take != null && mayChoose(field) ? take.contains(field.code()) : takenUnasked(field);
            if (taken && differs(field)) {
                field.columns().forEach(column -> changes.put(column, gone.get(column)));
            }
        }
        // Values of custom fields that were put away come back with them.
        for (String column : gone.customBeyond(known)) {
            if (keep.isBlank(column)) {
                changes.put(column, gone.get(column));
            }
        }
        return changes;
    }

    private void unite(String column, Map<String, JsonNode> changes) {
        Labels own = Labels.of(keep.get(column));
        Labels both = own.and(Labels.of(gone.get(column)));
        if (!both.equals(own)) {
            changes.put(column, both.json());
        }
    }

    private boolean isAbove(MergeField field) {
        return field.code().equals(aboveField);
    }
}
