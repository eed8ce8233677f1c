package qiji.records.imports;

import java.util.List;
import qiji.platform.FieldFault;
import qiji.platform.Problem;

/** What a refusal says of single fields. */
final class Faults {
    private Faults() {}

    /** Never empty: a refusal that names no field becomes a fault of the row. */
    static List<FieldFault> of(Problem problem) {
        var faults = problem.faults();
        var detail = problem.getBody().getDetail();
        return faults.isEmpty()
                ? List.of(new FieldFault("", problem.problemType().code(), detail == null ? "" : detail))
                : faults;
    }
}
