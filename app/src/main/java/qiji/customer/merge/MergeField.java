package qiji.customer.merge;

import java.util.List;

/**
 * A field of two records that become one. {@code readable} and {@code choosable} are for who asks; the first of its
 * {@code columns} tells whether two values are the same. Of what is {@code united} the survivor has both.
 */
record MergeField(
        String code,
        String label,
        boolean required,
        boolean readable,
        boolean choosable,
        boolean united,
        List<String> columns) {
    String column() {
        return columns.getFirst();
    }
}
