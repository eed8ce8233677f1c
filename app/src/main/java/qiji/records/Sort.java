package qiji.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/** One step of an order: a field, upwards or downwards. Empty values come last either way. */
record Sort(Path path, boolean descending) {
    private static final int MOST = 3;

    /** Reads {@code -amount,name}. Throws INVALID_FIELDS; a field that the viewer may not read is as one that is not. */
    static List<Sort> read(String text, RecordType<?> type, Viewer viewer, Catalogue catalogue) {
        List<Sort> sorts = new ArrayList<>();
        for (String step : text.split(",", -1)) {
            boolean descending = step.startsWith("-");
            String name = descending ? step.substring(1) : step;
            if (name.equals("id")) {
                continue; // always the last step
            }
            Optional<Path> path = catalogue.find(type, name, viewer).filter(found -> found.last().sortable);
            if (path.isEmpty() || sorts.size() == MOST) {
                throw Problem.invalid(List.of(FieldFault.of(
                        "sort",
                        "unknown",
                        Words.of("不能按“%s”排序", "One cannot sort by \"%s\"").with(name))));
            }
            sorts.add(new Sort(path.get(), descending));
        }
        return sorts;
    }
}
