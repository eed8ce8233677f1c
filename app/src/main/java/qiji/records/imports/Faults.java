package qiji.records.imports;

import java.util.List;
import qiji.platform.FieldFault;
import qiji.platform.Problem;

/** What a refusal says of single fields. */
final class Faults {
    private Faults() {}

    /** Never empty: a refusal that names no field becomes a fault of the row. */
    @SuppressWarnings("unchecked")
    static List<FieldFault> of(Problem problem) {
        var members = problem.getBody().getProperties();
        if (members != null && members.get("fields") instanceof List<?> fields && !fields.isEmpty()) {
            return (List<FieldFault>) fields;
        }
        var detail = problem.getBody().getDetail();
        return List.of(new FieldFault("", problem.problemType().code(), detail == null ? "" : detail));
    }
}
