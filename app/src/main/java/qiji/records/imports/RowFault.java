package qiji.records.imports;

import org.jspecify.annotations.Nullable;
import qiji.platform.Words;

/** What is wrong with one cell, or with what a row says as a whole. {@code value} is the text that was found. */
record RowFault(@Nullable String column, String field, String code, String message, String value) {
    static RowFault of(@Nullable String column, String field, String code, Words message, String value) {
        return new RowFault(column, field, code, message.here(), value);
    }
}
