package qiji.records.imports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row of a file, read: its number there, the record it updates if there is one, and the values it brings, by field, in the form that the API takes them
 * (references as ids, choices as codes, dates as {@code 2026-11-24}). A field that is not there stays as it is.
 */
public record ImportRow(long number, @Nullable Long recordId, ObjectNode values) {
    /** The record that the row updates. Throws NullPointerException if it makes a new one. */
    public long existing() {
        return Objects.requireNonNull(recordId);
    }
}
