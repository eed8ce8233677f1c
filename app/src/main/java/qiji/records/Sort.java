package qiji.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import qiji.access.Viewer;
import qiji.platform.FieldFault;
import qiji.platform.Problem;
import qiji.platform.Words;

/** One step of an order: a field, upwards or downwards. Empty values come last either way. */
record Sort(Path path, boolean descending) {
    private static final int MOST = 3;

    /** The order of the type itself, without what the viewer may not read. */
    static List<Sort> byDefault(RecordType<?> type, Viewer viewer, Catalogue catalogue) {
        String readable = Arrays.stream(type.defaultSort.split(",", -1))
                .filter(step -> catalogue
                        .find(type, step.replaceFirst("^-", ""), viewer)
                        .isPresent())
                .collect(Collectors.joining(","));
        return readable.isEmpty() ? List.of() : read(readable, type, viewer, catalogue);
    }

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
            if (path.isEmpty()) {
                throw wrong(
                        "unknown",
                        Words.of("不能按“%s”排序", "One cannot sort by \"%s\"").with(name));
            }
            if (sorts.size() == MOST) {
                throw wrong("too-many", Words.of("最多按 3 个字段排序", "One can sort by at most 3 fields"));
            }
            sorts.add(new Sort(path.get(), descending));
        }
        return sorts;
    }

    private static Problem wrong(String code, Words words) {
        return Problem.invalid(List.of(FieldFault.of("sort", code, words)));
    }
}
