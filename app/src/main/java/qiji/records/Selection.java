package qiji.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The columns that a list reads, and how a row of them is told: a reference with its label, everything else as it is. */
record Selection(List<Path> paths, List<Field<?>> columns) {
    static Selection of(List<Path> paths, Plan plan) {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(plan.id());
        for (Path path : paths) {
            columns.add(plan.field(path));
            if (path.kind() == Kind.REFERENCE) {
                columns.add(plan.label(path));
            }
        }
        return new Selection(paths, columns);
    }

    long id(Record row) {
        return row.get(0, Long.class);
    }

    Map<String, @Nullable Object> row(Record row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", Long.toString(id(row)));
        int column = 1;
        for (Path path : paths) {
            Object value = row.get(column++);
            if (path.kind() == Kind.REFERENCE) {
                Object label = row.get(column++);
                values.put(path.text(), value == null ? null : new Aggregates.Reference(value.toString(), text(label)));
            } else {
                values.put(path.text(), told(value));
            }
        }
        return values;
    }

    private static @Nullable Object told(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant moment -> moment.toString();
            case Object[] items -> Arrays.asList(items);
            default -> value;
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
