package qiji.customer.merge;

import java.util.List;

/** What the undoing of a merge could not put back. */
record Undone(List<Left> left) {
    /** The value of {@code field} belongs to another record by now, so that {@code record} has none. */
    record Left(String record, String field, String message) {}
}
