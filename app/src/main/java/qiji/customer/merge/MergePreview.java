package qiji.customer.merge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a merge would do. Counts are of what the viewer may know; what else is attached goes along untold. */
record MergePreview(
        String type, Side keep, Side gone, List<Field> fields, List<Attached> attached, List<Obstacle> obstacles) {
    /** {@code label} is null where the viewer may not read what it is called. */
    record Side(String id, @Nullable String label, int version) {}

    /**
     * {@code keep} and {@code gone} are values as the record's page has them. {@code take} says whether the survivor would
     * have the value of the one that goes if nobody chose; of what is {@code united} it has both.
     */
    record Field(
            String code,
            String label,
            @Nullable Object keep,
            @Nullable Object gone,
            boolean differs,
            boolean choosable,
            boolean take,
            boolean united) {}

    record Attached(String kind, String label, int count) {}
}
